// How wide a text is on a terminal: Korean and other East Asian characters take two columns.

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const none = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns that a text without line ends takes. */
export function widthOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += none.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

/** The text with spaces before or after it. */
export function padded(text: string, width: number, where: 'start' | 'end'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return where === 'start' ? space + text : text + space;
}
