// How kubectl says when an Event happened: `5m`, or `14s (x3 over 2m)` where it happened more than once.
import type { Event } from '../sim/index.ts';
import { formatAge } from '../sim/index.ts';

export function eventAge(event: Event, nowMs: number): string {
  const first = formatAge(event.firstTimestamp || event.eventTime, nowMs);
  const { series, count = 1 } = event;
  if (series) return `${formatAge(series.lastObservedTime, nowMs)} (x${series.count} over ${first})`;
  return count > 1 ? `${formatAge(event.lastTimestamp, nowMs)} (x${count} over ${first})` : first;
}

/** The time by which events are put in order, as text that sorts. */
export function lastSeen({ series, lastTimestamp, eventTime }: Event): string {
  return series?.lastObservedTime || lastTimestamp || eventTime || '';
}

/** In order of time; those of one time stay as they came. */
export function byTime(a: Event, b: Event): number {
  const [x, y] = [lastSeen(a), lastSeen(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
