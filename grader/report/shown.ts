// Texts from outside, without what a terminal would obey.

/** Control and format characters (bidi marks among them), line and paragraph separators, halves of characters. */
const marks = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A text that may have lines of its own. All but line ends and tabs is shown as its number. */
export function shown(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(marks, (mark) => (mark === '\n' || mark === '\t' ? mark : numberOf(mark)));
}

/** A name, or anything else that must stay on its line: line ends and tabs are shown too. */
export function shownLine(text: string): string {
  return text.replace(marks, (mark) => (mark === '\n' ? '\\n' : mark === '\t' ? '\\t' : numberOf(mark)));
}

/** The same JSON, in which a terminal finds nothing to obey. */
export function shownJson(json: string): string {
  return json.replace(marks, (mark) => mark.split('').map(unitOf).join(''));
}

/** A student's name as the name of a file, without an ending; empty names get one. */
export function fileNameOf(name: string): string {
  const safe = shownLine(name)
    .replace(/[\\/:*?"<>|]/g, '_')
    .replace(/^\.+/, '_');
  // A character takes up to four bytes, a file's name at most 255.
  return [...safe].slice(0, 60).join('') || 'no-name';
}

function numberOf(mark: string): string {
  return `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

function unitOf(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
