// A statement about objects, held against a history: at the end, at some moment, at every one, at none.
import type { When } from '../check-definition.ts';
import type { Finding, Message } from '../finding.ts';
import type { History, State } from '../state.ts';
import type { Stop } from './window.ts';
import { readWhen, spanOf, walk } from './window.ts';

/** Something that is true or not of the objects at one moment. */
export interface Statement {
  readonly namespace: string;
  /** What was wanted, as it is said. */
  readonly wanted: Message;
  /** The plurals of what it depends on. */
  readonly resources: ReadonlySet<string>;
  /** Undefined where it is true; else what is there instead. */
  judge(state: State): Message | undefined;
}

/** Undefined where the statement holds when it should. */
export function hold(statement: Statement, when: When, history: History): Finding | undefined {
  const { word, window } = readWhen(when);
  const { wanted, resources, namespace } = statement;
  const endMs = history.endMs - history.startMs;
  if (word === 'end') {
    const seen = statement.judge(history.after);
    return seen && { wanted, seen, atMs: endMs };
  }
  const span = spanOf(history, namespace, window);
  if ('never' in span) {
    // What must not be seen in a window that never opens was not seen.
    if (word === 'never') return undefined;
    return { wanted, seen: { id: 'window-never-opened', expression: span.never }, atMs: endMs };
  }
  let last: { readonly seen: Message; readonly stop: Stop } | undefined;
  const found = walk(history, span, resources, (state, stop) => {
    const seen = statement.judge(state);
    if (seen) last = { seen, stop };
    return word === 'always' ? seen !== undefined : seen === undefined;
  });
  if (word === 'always') return found && last && { wanted, seen: last.seen, atMs: found.atMs };
  if (word === 'never') return found && { wanted, seen: { id: 'held' }, atMs: found.atMs };
  return found ? undefined : { wanted, seen: last?.seen ?? { id: 'does-not-hold' }, atMs: endMs };
}
