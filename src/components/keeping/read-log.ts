/** A log from storage, a file or a link, held against its form before anything is done with it. */
import type { Log, LogEntry } from '../../shell/log.ts';
import type { Place } from './place.ts';

const ENTRIES_MAX = 5_000;
const NODES_MAX = 100;
export const DAYS_MAX_MS = 400 * 86_400_000;

/** Throws Misshapen, which says where. */
export function readLog(place: Place): Log {
  const seed = place.field('seed');
  return {
    seed: typeof seed.value === 'string' ? seed.text(100) : seed.number(),
    ...place.optional('nodes', (it) => it.whole(1, NODES_MAX)),
    ...place.optional('startMs', (it) => it.number()),
    entries: place.field('entries').list(ENTRIES_MAX).map(readEntry),
    ...place.optional('untilMs', readTime),
  };
}

function readEntry(place: Place): LogEntry {
  const at = place.optional('atMs', readTime);
  const what = place.field('do');
  switch (what.value) {
    case 'run': {
      const isAnswered = place.field('tty').value === true;
      return { ...at, do: 'run', line: place.field('line').text(), ...(isAnswered ? { tty: true } : {}) };
    }
    case 'type':
      return { ...at, do: 'type', line: place.field('line').text() };
    case 'end':
    case 'interrupt':
      return { ...at, do: what.value };
    case 'close':
      return { ...at, do: 'close', ...place.optional('text', (it) => it.text()) };
    case 'write':
      return { ...at, do: 'write', path: readPath(place.field('path')), text: place.field('text').text() };
    default:
      return what.refuse('is nothing that can be done');
  }
}

/** A path below the home directory. */
export function readPath(place: Place): string {
  const path = place.text(200);
  const isPlain = /^[\w.-]+(\/[\w.-]+)*$/.test(path) && !path.split('/').some((part) => /^\.\.?$/.test(part));
  return isPlain ? path : place.refuse('is not made of plain names below the home directory');
}

function readTime(place: Place): number {
  const ms = place.number(0, DAYS_MAX_MS);
  return Number.isInteger(ms) ? ms : place.refuse('is not in whole milliseconds');
}
