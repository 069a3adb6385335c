// Where each value of a YAML file stands, so that what is wrong with it can be pointed at.
import type { Event } from 'js-yaml';
import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';

export interface Position {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** Finds the place of a path (`['late', 'per-day']`); the nearest place above where there is none. */
export type PositionOf = (path: readonly PropertyKey[]) => Position;

/** The places in the first document of a text that was read without an error. */
export function yamlPositions(text: string): PositionOf {
  const offsets = new Map<string, number>();
  const events = parseEvents(text, {});
  let at = events[0]?.type === EVENT_ID.DOCUMENT ? 1 : 0;
  const visit = (path: string, isKeyed: boolean): void => {
    const event = events[at++];
    if (event === undefined || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return;
    if (!isKeyed) offsets.set(path, startOf(event));
    if (event.type === EVENT_ID.SEQUENCE) {
      for (let index = 0; !isEnd(events[at]); index++) visit(joined(path, index), false);
      at += 1;
    } else if (event.type === EVENT_ID.MAPPING) {
      while (!isEnd(events[at])) {
        const key = events[at++] as Event;
        const below = joined(path, key.type === EVENT_ID.SCALAR ? getScalarValue(text, key) : '');
        offsets.set(below, startOf(key));
        visit(below, true);
      }
      at += 1;
    }
  };
  visit('', false);
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const offset = offsets.get(path.slice(0, length).reduce<string>(joined, ''));
      if (offset !== undefined) return positionAt(text, offset);
    }
    return positionAt(text, offsets.get('') ?? 0);
  };
}

/** Line and column of an offset. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function joined(path: string, step: PropertyKey): string {
  return `${path}\u0000${String(step)}`;
}

function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
  return 'start' in event ? event.start : 0;
}

function isEnd(event: Event | undefined): boolean {
  return event === undefined || event.type === EVENT_ID.POP;
}
