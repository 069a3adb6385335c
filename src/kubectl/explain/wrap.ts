// Breaks a text into lines at its spaces.

/** Lines of at most `width` characters; a word that is longer stays whole, where it stands. */
export function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of text.split(' ')) {
    const length = lengthOf(word);
    const isTooLong = line !== undefined && lengthOf(line) + 1 + length > width && length < width;
    if (line === undefined) line = word;
    else if (!isTooLong) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line ?? ''].join('\n');
}

function lengthOf(text: string): number {
  return [...text].length;
}
