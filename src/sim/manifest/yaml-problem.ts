// What is wrong with a document, in the words of the YAML library that kubectl uses, and where.
//
// Our parser names mistakes in its own way and in its own places; this finds the other's. The line that kubectl
// prints is that of a mistake in a token, but the line before it where tokens stand in a wrong order.

/** Places count from 1, in the text of the document. */
export class YamlProblem extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** A mistake within a token: told with its own line, unless that is the first. */
function inToken(line: number, what: string): string {
  return line > 1 ? `yaml: line ${line}: ${what}` : `yaml: ${what}`;
}

/** A token in the wrong place: told with the line before, unless there is none. */
function inOrder(line: number, what: string): string {
  return line > 1 ? `yaml: line ${line - 1}: ${what}` : `yaml: ${what}`;
}

/** `reason`, `line` and `column` (from 1) are those of our parser. */
export function yamlProblem(text: string, reason: string, line: number, column: number): YamlProblem {
  return new YamlProblem(messageOf(text, reason, line, column), line, column);
}

const NO_NAME = 'did not find expected alphabetic or numeric character';

/** What may follow the name of an anchor or alias is part of what our parser takes for it. */
const NAME = /^[\w-]+(?:$|[?:,\]}%@`])/;

/** What is wrong with the name of an anchor or alias, as in `*.example.com`; undefined for a good one. */
export function anchorProblem(name: string, line: number, column: number): YamlProblem | undefined {
  return NAME.test(name) ? undefined : new YamlProblem(inToken(line, NO_NAME), line, column);
}

/** Whether a line's value begins as an anchor or alias and is none, as an unquoted cron schedule does. */
function isNameless(lineText: string): boolean {
  const [, name] = /^\s*(?:- +)*(?:[^\s"'#&*[{][^"'#]*?: +)?[*&](\S*)/.exec(lineText) ?? [];
  return name !== undefined && !NAME.test(name);
}

const CANNOT_START = 'found character that cannot start any token';
const NO_VALUES = 'mapping values are not allowed in this context';
const NO_KEY = 'did not find expected key';

function messageOf(text: string, reason: string, line: number, column: number): string {
  const lineText = text.split('\n')[line - 1] ?? '';
  const character = lineText.charAt(column - 1);
  if (/null byte|non-printable/.test(reason)) return 'yaml: control characters are not allowed';
  if (/maxDepth|nesting/.test(reason)) return inToken(line, 'exceeded max depth');
  if (/tab characters/.test(reason)) return inToken(line, CANNOT_START);
  if (/name of an a/.test(reason) || isNameless(lineText)) return inToken(line, NO_NAME);
  if (/character escape/.test(reason)) return inToken(line, 'found invalid Unicode character escape code');
  if (/escape sequence|hexadecimal/.test(reason)) return inToken(line, 'found unknown escape character');
  if (/multiline key|implicit key|expected ':'/.test(reason))
    return inToken(line, "could not find expected ':'");
  if (/line break is expected/.test(reason)) {
    return inToken(line, 'did not find expected comment or line break');
  }
  if (/flow collection|comma|deficient indentation|end of the stream within/.test(reason)) {
    return unclosed(text, line, column, reason);
  }
  if (/^[@`%]/.test(character)) return inToken(line, CANNOT_START);
  if (character === ':') return inToken(line, NO_VALUES);
  if (character === '-' && lineText.slice(0, column - 1).trim() !== '') {
    return inToken(line, 'block sequence entries are not allowed in this context');
  }
  if (/bad indentation of a sequence/.test(reason))
    return inOrder(line, "did not find expected '-' indicator");
  if (/bad indentation/.test(reason)) {
    return inOrder(line, /[,\]}]/.test(character) ? 'did not find expected node content' : NO_KEY);
  }
  if (/document separator/.test(reason)) return inOrder(line, misplaced(text, line, character));
  return inToken(line, reason);
}

/** At the top of a document something else than more of the same stands. */
function misplaced(text: string, line: number, character: string): string {
  const before = text.split('\n').slice(0, line - 1);
  const first = before.find((it) => it.trim() !== '' && !it.startsWith('#')) ?? '';
  if (first.startsWith('- ')) return "did not find expected '-' indicator";
  return character === '-' && first !== '' ? NO_KEY : 'did not find expected <document start>';
}

/** A bracket or quote that is still open where the parser gave up. */
function unclosed(text: string, line: number, column: number, reason: string): string {
  const opener = openAt(text, line, column);
  if (opener === '"' || opener === "'" || /quoted scalar/.test(reason)) {
    const lines = text.split('\n').length;
    return inToken(Math.max(line, lines), 'found unexpected end of stream');
  }
  const closer = opener === '{' ? '}' : ']';
  return inOrder(line, `did not find expected ',' or '${closer}'`);
}

/** The innermost bracket or quote that is open at a place. Quotes open only where a scalar starts. */
function openAt(text: string, line: number, column: number): string {
  const lines = text.split('\n').slice(0, line);
  lines[line - 1] = (lines[line - 1] ?? '').slice(0, column - 1);
  const open: string[] = [];
  let previous = ' ';
  for (const character of lines.join('\n')) {
    const top = open.at(-1);
    const startsScalar = /[\s[{,:]/.test(previous);
    if (top === '"' || top === "'") {
      if (character === top && previous !== '\\') open.pop();
    } else if (/["']/.test(character) ? startsScalar : /[[{]/.test(character) && (startsScalar || top)) {
      open.push(character);
    } else if (/[\]}]/.test(character) && top) open.pop();
    previous = character;
  }
  return open.at(-1) ?? '';
}
