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
  /** The same at more length, which takes longer: asked only of the state that is reported. */
  explain?(state: State): Message | undefined;
  /** How far a state is from what is wanted, where that is a number, and how that is said. */
  nearness?(state: State): Nearness;
}

export interface Nearness {
  /** 0 where it is true. */
  readonly distance: number;
  readonly seen: Message;
}

/** Undefined where the statement holds when it should. */
export function hold(statement: Statement, when: When, history: History): Finding | undefined {
  const { word, window } = readWhen(when);
  const { wanted, resources, namespace } = statement;
  const endMs = history.endMs - history.startMs;
  if (word === 'end') {
    const seen = statement.judge(history.after);
    return seen && { wanted, seen: statement.explain?.(history.after) ?? seen, atMs: endMs };
  }
  const span = spanOf(history, namespace, window);
  if ('never' in span) {
    // What must not be seen in a window that never opens was not seen.
    if (word === 'never') return undefined;
    return { wanted, seen: { id: 'window-never-opened', expression: span.never }, atMs: endMs };
  }
  let last: Message | undefined;
  let lastIndex = span.first;
  let best: (Nearness & Stop) | undefined;
  let lastDistance = 0;
  const found = walk(history, span, resources, (state, stop) => {
    const seen = statement.judge(state);
    if (seen) last = seen;
    lastIndex = stop.index;
    if (word === 'always') return seen !== undefined;
    if (word === 'eventually' && seen) {
      const near = statement.nearness?.(state);
      if (near) lastDistance = near.distance;
      if (near && (!best || near.distance < best.distance)) best = { ...near, ...stop };
    }
    return seen === undefined;
  });
  const explained = () => explanationAt(statement, lastIndex, history) ?? last ?? { id: 'does-not-hold' };
  if (word === 'always') return found && { wanted, seen: explained(), atMs: found.atMs };
  if (word === 'never') return found && { wanted, seen: { id: 'held' }, atMs: found.atMs };
  if (found) return undefined;
  // How it ended says more than an earlier moment that was no closer.
  if (best && best.distance < lastDistance) return { wanted, seen: best.seen, atMs: best.atMs };
  return { wanted, seen: explained(), atMs: endMs };
}

function explanationAt(statement: Statement, index: number, history: History): Message | undefined {
  let explanation: Message | undefined;
  walk(history, { first: index, last: index }, statement.resources, (state) => {
    explanation = statement.explain?.(state);
    return true;
  });
  return explanation;
}
