// Stretches of a history: from an instant to an instant, and the states in between.
import type { Kind } from '../../src/sim/index.ts';
import type { Instant, When, Window } from '../check-definition.ts';
import type { WhenWord } from '../finding.ts';
import type { History, State } from '../state.ts';
import { readCel } from './cel-expression.ts';
import { celVariables } from './cel-values.ts';

/** State n is how things are after n writes. Both ends belong to the span. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

export interface Reading {
  readonly word: WhenWord;
  readonly window: Window;
}

/** What `when` says, in one form. */
export function readWhen(when: When): Reading {
  if (typeof when === 'string') return { word: when, window: {} };
  if ('eventually' in when) return { word: 'eventually', window: when.eventually };
  if ('always' in when) return { word: 'always', window: when.always };
  return { word: 'never', window: when.never };
}

/** The states of a window; the expression that never came true, where it never opens. */
export function spanOf(
  history: History,
  namespace: string,
  window: Window,
): Span | { readonly never: string } {
  const from = window.from ?? 0;
  const first = instantOf(history, namespace, from, 0);
  if (first === undefined)
    return { never: typeof from === 'object' ? from.cel.replace(/\s+/g, ' ').trim() : '' };
  if (window.to === undefined) return { first, last: history.changes.length };
  return { first, last: instantOf(history, namespace, window.to, first) ?? history.changes.length };
}

/** The state in force at an instant, not before state `least`. */
function instantOf(history: History, namespace: string, instant: Instant, least: number): number | undefined {
  if (typeof instant === 'number') {
    const later = history.changes.findIndex((change) => change.atMs > history.startMs + instant);
    return Math.max(least, later < 0 ? history.changes.length : later);
  }
  const expression = readCel(instant.cel);
  const found = walk(
    history,
    { first: least, last: history.changes.length },
    expression.resources,
    (state) => {
      const variables = celVariables(state, history.before, namespace, expression.resources);
      return expression.holds(variables).holds;
    },
  );
  return found?.index;
}

/** One state on the way through a span. */
export interface Stop {
  readonly index: number;
  /** Ms since the history began. */
  readonly atMs: number;
}

/**
 * Shows the first state of a span and every later one in which an object of these resources changed, until `isDone` answers
 * true; says where that was.
 */
export function walk(
  history: History,
  span: Span,
  resources: ReadonlySet<string>,
  isDone: (state: State, stop: Stop) => boolean,
): Stop | undefined {
  const state = history.before.copy();
  const isSeen = (kind: Kind) => resources.has(kind.plural);
  for (let index = 0; index <= span.last; index++) {
    const change = history.changes[index - 1];
    if (change && isSeen(change.kind)) state.apply(change);
    if (index < span.first || (index > span.first && !(change && isSeen(change.kind)))) continue;
    const stop = { index, atMs: (change?.atMs ?? history.startMs) - history.startMs };
    if (isDone(state, stop)) return stop;
  }
  return undefined;
}
