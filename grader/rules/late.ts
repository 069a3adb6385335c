// What lateness costs.
import { formatRfc3339, parseRfc3339 } from '../../src/sim/index.ts';
import type { LateRules } from './grading-rules.ts';
import { parseSpan } from './grading-rules.ts';

/** How late something came, and what that costs. */
export interface Lateness {
  /** Begun days after the end, its extension and the grace; absent where only the platform says that it was late. */
  readonly days?: number;
  /** Of the exercise's points. */
  readonly percent: number;
  /** True where nothing was taken any more. */
  readonly isClosed?: true;
}

/** More time: a length, or an instant up to which everything is in time. */
export type Extension = { readonly byMs: number } | { readonly untilMs: number };

const dayMs = 86_400_000;

/** Reads the cell of an extension column; undefined where it is none, null where it is empty. */
export function parseExtension(cell: string): Extension | null | undefined {
  const text = cell.trim();
  if (text === '' || text === '-') return null;
  const untilMs = parseRfc3339(text.replace(' ', 'T'));
  if (untilMs !== undefined) return { untilMs };
  const byMs = parseSpan(text);
  return byMs === undefined ? undefined : { byMs };
}

/** Undefined where it was in time, or where nobody can know. */
export function latenessOf(
  rules: LateRules,
  dueMs: number | undefined,
  handedIn: { readonly atMs?: number | undefined; readonly isMarkedLate?: boolean | undefined },
  extensions: readonly Extension[] = [],
): Lateness | undefined {
  if (handedIn.atMs === undefined || dueMs === undefined) {
    return handedIn.isMarkedLate && extensions.length === 0 ? { percent: rules.marked } : undefined;
  }
  const endMs = extensions.reduce(
    (end, extension) => ('byMs' in extension ? end + extension.byMs : Math.max(end, extension.untilMs)),
    dueMs,
  );
  const overMs = handedIn.atMs - endMs;
  if (overMs <= rules.grace) return undefined;
  const days = Math.ceil((overMs - rules.grace) / dayMs);
  if (rules.closes !== undefined && overMs > rules.closes + rules.grace) {
    return { days, percent: 100, isClosed: true };
  }
  return { days, percent: Math.min(rules['at-most'], days * rules['per-day']) };
}

/** An instant as reports write it: in UTC, so that it reads the same everywhere. */
export function instantText(atMs: number): string {
  return formatRfc3339(atMs).replace('T', ' ').replace('Z', ' UTC');
}
