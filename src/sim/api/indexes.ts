// Lists of the indexes of an Indexed Job, as they are written: `0,2-4`.
// Source: API reference of JobStatus; wording of the 1.36 API server.
import { goQuote } from '../machinery/go-text.ts';
import type { Result } from '../machinery/result.ts';
import { failure, success } from '../machinery/result.ts';

/** The first and the last index of a run of them. */
export type Interval = readonly [first: number, last: number];

/** Reads a list of indexes below `completions`, each given once and in order. */
export function parseIndexes(text: string, completions: number): Result<Interval[]> {
  const intervals: Interval[] = [];
  if (text === '') return success(intervals);
  for (const part of text.split(',')) {
    const interval = parseInterval(part, completions);
    if (!interval.ok) return interval;
    const previous = intervals.at(-1)?.[1];
    if (previous !== undefined && previous >= interval.value[0]) {
      return failure(notIncreasing(previous, interval.value[0]));
    }
    intervals.push(interval.value);
  }
  return success(intervals);
}

function parseInterval(text: string, completions: number): Result<Interval> {
  const limits = text.split('-');
  if (limits.length > 2) {
    const rule = "an index interval can have at most two parts separated by '-'";
    return failure(`the fragment ${goQuote(text)} violates the requirement that ${rule}`);
  }
  const numbers: number[] = [];
  for (const limit of limits) {
    if (!/^[-+]?\d+$/.test(limit)) {
      return failure(`cannot convert string to integer for index: ${goQuote(limit)}`);
    }
    if (Number(limit) >= completions) return failure(`too large index: ${goQuote(limit)}`);
    numbers.push(Number(limit));
  }
  const [first = 0, last = first] = numbers;
  if (numbers.length > 1 && first >= last) return failure(notIncreasing(first, last));
  return success([first, last]);
}

function notIncreasing(previous: number, current: number): string {
  return `non-increasing order, previous: ${previous}, current: ${current}`;
}

/** Writes indexes, sorted or not: two that follow each other with a comma, three and more with a dash. */
export function formatIndexes(indexes: Iterable<number>): string {
  const intervals: [number, number][] = [];
  for (const index of [...new Set(indexes)].sort((a, b) => a - b)) {
    const last = intervals.at(-1);
    if (last?.[1] === index - 1) last[1] = index;
    else intervals.push([index, index]);
  }
  return intervals
    .map(([first, last]) => {
      if (first === last) return `${first}`;
      return last === first + 1 ? `${first},${last}` : `${first}-${last}`;
    })
    .join(',');
}
