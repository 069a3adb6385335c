/** Colours a manifest line by line, for the still picture of the editor. The live one parses properly. */

export interface Span {
  readonly text: string;
  readonly is: 'key' | 'string' | 'number' | 'comment' | 'mark' | 'plain';
}

const LINE = /^(\s*(?:- +)*)([\w./-]+|"[^"]*")(:)(?=\s|$)(.*)$/;

/** The spans of one line; their texts joined are the line. */
export function spansOf(line: string): readonly Span[] {
  if (/^(---|\.\.\.)\s*$/.test(line)) return [{ text: line, is: 'mark' }];
  const comment = /(^|\s)#.*$/.exec(line);
  const code = comment ? line.slice(0, comment.index) : line;
  const rest: Span[] = comment ? [{ text: line.slice(comment.index), is: 'comment' }] : [];
  const match = LINE.exec(code);
  if (!match) return [...valueSpans(code), ...rest];
  const [, indent = '', key = '', colon = '', value = ''] = match;
  return [
    { text: indent, is: 'plain' as const },
    { text: key, is: 'key' as const },
    { text: colon, is: 'plain' as const },
    ...valueSpans(value),
    ...rest,
  ].filter(({ text }) => text !== '');
}

function valueSpans(text: string): Span[] {
  if (text === '') return [];
  const value = text.replace(/^\s*(- +)*/, '');
  const lead: Span[] = [{ text: text.slice(0, text.length - value.length), is: 'plain' }];
  const is = /^["']/.test(value)
    ? 'string'
    : /^(-?\d+(\.\d+)?|true|false|null|~)\s*$/.test(value)
      ? 'number'
      : 'string';
  return [...lead, { text: value, is }];
}
