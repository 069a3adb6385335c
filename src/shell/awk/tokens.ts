// The words of an awk program.
import { AwkError } from './awk-error.ts';

export type TokenKind =
  | 'number'
  | 'text'
  | 'regex'
  | 'name'
  | 'call'
  | 'keyword'
  | 'builtin'
  | 'sign'
  | 'line'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

const keywords: ReadonlySet<string> = new Set([
  ...['BEGIN', 'END', 'function', 'func', 'if', 'else', 'while', 'do', 'for', 'in', 'break', 'continue'],
  ...['next', 'nextfile', 'exit', 'return', 'delete', 'print', 'printf', 'getline'],
]);

/** With the least and the most arguments. */
export const builtins: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['length', [0, 1]],
  ['substr', [2, 3]],
  ['index', [2, 2]],
  ['split', [2, 3]],
  ['sub', [2, 3]],
  ['gsub', [2, 3]],
  ['match', [2, 2]],
  ['sprintf', [1, 100]],
  ['toupper', [1, 1]],
  ['tolower', [1, 1]],
  ['int', [1, 1]],
  ['sqrt', [1, 1]],
  ['exp', [1, 1]],
  ['log', [1, 1]],
  ['sin', [1, 1]],
  ['cos', [1, 1]],
  ['atan2', [2, 2]],
  ['rand', [0, 0]],
  ['srand', [0, 1]],
  ['close', [1, 1]],
  ['fflush', [0, 1]],
  ['system', [1, 1]],
] as const);

const number = /^(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/;
const name = /^[A-Za-z_]\w*/;
const sign =
  /^(?:\*\*=|\*\*|\+\+|--|\+=|-=|\*=|\/=|%=|\^=|==|<=|>=|!=|>>|&&|\|\||!~|[{}()[\];,+\-*/%^!<>|?:~$=])/;

/** Throws AwkError with the line of what cannot be read. */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let [rest, line] = [source, 1];
  const add = (kind: TokenKind, text: string, length = text.length) => {
    tokens.push({ kind, text, line });
    rest = rest.slice(length);
  };
  while (rest !== '') {
    const blank = /^(?:[ \t\r]+|\\\r?\n|#[^\n]*)/.exec(rest)?.[0];
    if (blank !== undefined) {
      if (blank.endsWith('\n')) line += 1;
      rest = rest.slice(blank.length);
    } else if (rest.startsWith('\n')) {
      add('line', '\n');
      line += 1;
    } else if (rest.startsWith('"')) {
      const { text, length } = quotedText(rest, line);
      add('text', text, length);
    } else if (rest.startsWith('/') && !endsValue(tokens.at(-1))) {
      const { text, length } = regexText(rest, line);
      add('regex', text, length);
    } else {
      const digits = number.exec(rest)?.[0];
      const word = name.exec(rest)?.[0];
      const found = sign.exec(rest)?.[0];
      if (digits !== undefined) add('number', digits);
      else if (word !== undefined) add(kindOf(word, rest), word);
      else if (found !== undefined) add('sign', found);
      else throw new AwkError(`line ${line}: unexpected character '${rest[0]}'`);
    }
  }
  add('end', '');
  return tokens;
}

function kindOf(word: string, rest: string): TokenKind {
  if (keywords.has(word)) return 'keyword';
  if (builtins.has(word)) return 'builtin';
  return rest[word.length] === '(' ? 'call' : 'name';
}

/** After a value a slash divides; elsewhere it begins a pattern. */
function endsValue(last: Token | undefined): boolean {
  if (last === undefined) return false;
  if (['number', 'text', 'name', 'builtin'].includes(last.kind)) return true;
  return last.kind === 'sign' && [')', ']', '$', '++', '--'].includes(last.text);
}

const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['\\', '\\'],
  ['"', '"'],
  ['/', '/'],
]);

function quotedText(rest: string, line: number): { readonly text: string; readonly length: number } {
  let text = '';
  for (let at = 1; at < rest.length; at++) {
    const char = rest[at] as string;
    if (char === '"') return { text, length: at + 1 };
    if (char === '\n') break;
    if (char !== '\\') {
      text += char;
      continue;
    }
    at += 1;
    const octal = /^[0-7]{1,3}/.exec(rest.slice(at))?.[0];
    if (octal !== undefined) {
      text += String.fromCharCode(Number.parseInt(octal, 8));
      at += octal.length - 1;
    } else if (rest[at] !== '\n') text += escapes.get(rest[at] ?? '') ?? `\\${rest[at] ?? ''}`;
  }
  throw new AwkError(`line ${line}: a text is not closed: ${rest.slice(0, 20)}`);
}

function regexText(rest: string, line: number): { readonly text: string; readonly length: number } {
  let isInBrackets = false;
  for (let at = 1; at < rest.length && rest[at] !== '\n'; at++) {
    const char = rest[at];
    if (char === '\\') at += 1;
    else if (char === '[') isInBrackets = true;
    else if (char === ']') isInBrackets = false;
    else if (char === '/' && !isInBrackets)
      return { text: rest.slice(1, at).replaceAll('\\/', '/'), length: at + 1 };
  }
  throw new AwkError(`line ${line}: a pattern is not closed: ${rest.slice(0, 20)}`);
}
