// The words of a line as the keys of a terminal see them, and the line after such a key.

export interface Line {
  readonly text: string;
  /** Where the cursor is, in UTF-16 units. */
  readonly at: number;
}

/** Alt-B: to the start of this word or the one before it. Words are letters and digits, as in readline. */
export function backWord({ text, at }: Line): Line {
  const [before = ''] = /[\p{L}\p{N}]*[^\p{L}\p{N}]*$/u.exec(text.slice(0, at)) ?? [];
  return { text, at: at - before.length };
}

/** Alt-F: to the end of this word or the next. */
export function forwardWord({ text, at }: Line): Line {
  const [after = ''] = /^[^\p{L}\p{N}]*[\p{L}\p{N}]*/u.exec(text.slice(at)) ?? [];
  return { text, at: at + after.length };
}

/** Ctrl-W: takes away back to the white space before. */
export function killWordBack({ text, at }: Line): Line {
  const [before = ''] = /\S*\s*$/.exec(text.slice(0, at)) ?? [];
  return without(text, at - before.length, at);
}

/** Alt-D: takes away to the end of the word. */
export function killWordForward(line: Line): Line {
  return without(line.text, line.at, forwardWord(line).at);
}

/** Ctrl-U: takes away to the start of the line. */
export function killToStart({ text, at }: Line): Line {
  return without(text, text.lastIndexOf('\n', at - 1) + 1, at);
}

/** Ctrl-K: takes away to the end of the line. */
export function killToEnd({ text, at }: Line): Line {
  const end = text.indexOf('\n', at);
  return without(text, at, end < 0 ? text.length : end);
}

function without(text: string, from: number, to: number): Line {
  return { text: text.slice(0, from) + text.slice(to), at: from };
}
