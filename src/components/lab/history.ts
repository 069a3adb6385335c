/** The command lines entered before, and where in them the arrow keys stand. */

export interface History {
  readonly lines: readonly string[];
  /** As many as there are lines: the line being typed. */
  readonly at: number;
  /** What was being typed before the arrows were used. */
  readonly draft: string;
}

const LINES_MAX = 200;

export const NO_HISTORY: History = { lines: [], at: 0, draft: '' };

export function withLine({ lines }: History, line: string): History {
  const kept = lines.at(-1) === line ? lines : [...lines, line].slice(-LINES_MAX);
  return { lines: kept, at: kept.length, draft: '' };
}

/** One step back (-1) or forth (1), with the text to show. */
export function moved(history: History, by: -1 | 1, typed: string): readonly [History, string] {
  const at = Math.min(history.lines.length, Math.max(0, history.at + by));
  const draft = history.at === history.lines.length ? typed : history.draft;
  return [{ ...history, at, draft }, history.lines[at] ?? draft];
}
