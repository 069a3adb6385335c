// Ctrl-R: looks back through the lines entered before for one that has what is typed.

export interface HistorySearch {
  readonly wanted: string;
  /** Which line was found; undefined where none has it. */
  readonly found: number | undefined;
}

/** Looks for the youngest line with a text, from `before` back. An empty text finds nothing. */
export function searchBack(lines: readonly string[], wanted: string, before = lines.length): HistorySearch {
  if (wanted === '') return { wanted, found: undefined };
  for (let at = Math.min(before, lines.length) - 1; at >= 0; at--) {
    if (lines[at]?.includes(wanted)) return { wanted, found: at };
  }
  return { wanted, found: undefined };
}

/** Ctrl-R again: the next older one that differs; where there is none, the one that was found stays. */
export function searchOn(lines: readonly string[], { wanted, found }: HistorySearch): HistorySearch {
  const shown = found === undefined ? undefined : lines[found];
  let next = searchBack(lines, wanted, found);
  while (next.found !== undefined && lines[next.found] === shown)
    next = searchBack(lines, wanted, next.found);
  return next.found === undefined ? { wanted, found } : next;
}
