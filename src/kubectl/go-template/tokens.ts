// A Go template taken apart into tokens: the text between actions, and what stands within `{{` and `}}`.
// Source: the documentation of Go's package text/template.
import { TemplateError } from './template-error.ts';

export type TokenType =
  | 'text'
  | 'open'
  | 'close'
  | 'space'
  | 'keyword'
  | 'identifier'
  | 'field'
  | 'variable'
  | 'number'
  | 'char'
  | 'string'
  | 'bool'
  | 'nil'
  | 'dot'
  | 'pipe'
  | '('
  | ')'
  | '='
  | ':='
  | ','
  | 'other'
  | 'end of file';

export interface Token {
  readonly type: TokenType;
  readonly text: string;
  /** Where it begins. */
  readonly at: number;
}

const KEYWORDS: ReadonlySet<string> = new Set([
  ...['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with'],
]);

const NUMBER =
  /^[+-]?(0[xX][\da-fA-F_]+(\.[\da-fA-F_]*)?([pP][+-]?\d+)?|0[bB][01_]+|0[oO][0-7_]+|[\d_]+(\.[\d_]*)?([eE][+-]?\d+)?|\.\d[\d_]*([eE][+-]?\d+)?)/;
const WORD = /^[\p{L}\p{Nd}_]*/u;

/** Throws `TemplateError`. */
export function tokensOf(template: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let trimsNext = false;
  while (at < template.length) {
    const open = template.indexOf('{{', at);
    const end = open < 0 ? template.length : open;
    const trimsBefore = open >= 0 && /^-\s/.test(template.slice(open + 2, open + 4));
    pushText(tokens, template.slice(at, end), at, trimsNext, trimsBefore);
    if (open < 0) break;
    const action = readAction(template, open, trimsBefore);
    tokens.push(...action.tokens);
    at = action.after;
    trimsNext = action.trimsAfter;
  }
  tokens.push({ type: 'end of file', text: '', at: template.length });
  return tokens;
}

function pushText(tokens: Token[], text: string, at: number, trimsStart: boolean, trimsEnd: boolean): void {
  const start = trimsStart ? text.length - text.trimStart().length : 0;
  const rest = text.slice(start);
  const kept = trimsEnd ? rest.trimEnd() : rest;
  if (kept !== '') tokens.push({ type: 'text', text: kept, at: at + start });
}

interface Action {
  readonly tokens: readonly Token[];
  readonly after: number;
  readonly trimsAfter: boolean;
}

function readAction(template: string, open: number, trimsBefore: boolean): Action {
  let at = open + (trimsBefore ? 3 : 2);
  const comment = /^\s*\/\*/.exec(template.slice(at, at + 4));
  if (comment) return readComment(template, at);
  const tokens: Token[] = [{ type: 'open', text: '{{', at: open }];
  let depth = 0;
  for (;;) {
    const rest = template.slice(at);
    const close = /^(\s-)?\}\}/.exec(rest);
    if (close) {
      if (depth > 0) throw new TemplateError('unclosed left paren', template, at);
      tokens.push({ type: 'close', text: '}}', at });
      return { tokens, after: at + close[0].length, trimsAfter: close[1] !== undefined };
    }
    if (rest === '') throw new TemplateError('unclosed action', template, at);
    const token = readToken(template, at);
    if (token.type === '(') depth += 1;
    if (token.type === ')' && --depth < 0) throw new TemplateError('unexpected right paren', template, at);
    tokens.push(token);
    at += token.text.length;
  }
}

function readComment(template: string, at: number): Action {
  const end = template.indexOf('*/', at);
  if (end < 0) throw new TemplateError('unclosed comment', template, at);
  const close = /^(\s-)?\}\}/.exec(template.slice(end + 2));
  if (!close) throw new TemplateError('comment ends before closing delimiter', template, at);
  return { tokens: [], after: end + 2 + close[0].length, trimsAfter: close[1] !== undefined };
}

function readToken(template: string, at: number): Token {
  const rest = template.slice(at);
  const [first = ''] = rest;
  const token = (type: TokenType, text: string): Token => ({ type, text, at });
  const space = /^[ \t\r\n]+?(?=(\s-)?\}\}|[^ \t\r\n]|$)/.exec(rest);
  if (space) return token('space', space[0]);
  if (rest.startsWith(':=')) return token(':=', ':=');
  if (first === '|') return token('pipe', '|');
  if (first === '=' || first === ',' || first === '(' || first === ')') return token(first, first);
  if (first === '"' || first === '`' || first === "'") return token(...readQuoted(template, at));
  if (first === '$') return ended(template, token('variable', `$${WORD.exec(rest.slice(1))?.[0] ?? ''}`));
  if (first === '.' && !/^\.\d/.test(rest)) {
    const name = WORD.exec(rest.slice(1))?.[0] ?? '';
    return ended(template, name === '' ? token('dot', '.') : token('field', `.${name}`));
  }
  if (/^[+-]|^\.?\d/.test(rest)) return readNumber(template, at);
  const word = WORD.exec(rest)?.[0] ?? '';
  if (word !== '') return ended(template, token(wordType(word), word));
  if (/^[!-~]/.test(rest)) return token('other', first);
  throw new TemplateError(`unrecognized character in action: ${unicode(rest)}`, template, at);
}

function wordType(word: string): TokenType {
  if (word === 'true' || word === 'false') return 'bool';
  if (word === 'nil') return 'nil';
  return KEYWORDS.has(word) ? 'keyword' : 'identifier';
}

/** What may follow a word without a space. */
function ended(template: string, token: Token): Token {
  const after = template.slice(token.at + token.text.length);
  if (token.type === 'dot' || /^$|^[\s.,|:)(]|^\}\}/.test(after)) return token;
  const why = `bad character ${unicode(after)}`;
  throw new TemplateError(why, template, token.at);
}

function readNumber(template: string, at: number): Token {
  const rest = template.slice(at);
  const number = NUMBER.exec(rest)?.[0] ?? rest[0] ?? '';
  const after = rest.slice(number.length);
  if (!/\d/.test(number) || /^[\p{L}\p{Nd}_]/u.test(after)) {
    const shown = number + (/^[\p{L}\p{Nd}_]/u.exec(after)?.[0] ?? '');
    const how = /\d/.test(number) ? 'bad' : 'illegal';
    throw new TemplateError(`${how} number syntax: ${JSON.stringify(shown)}`, template, at);
  }
  return { type: 'number', text: number, at };
}

function readQuoted(template: string, at: number): [TokenType, string] {
  const quote = template[at] as string;
  const what = quote === '`' ? 'raw quoted string' : quote === '"' ? 'quoted string' : 'character constant';
  for (let i = at + 1; i < template.length; i++) {
    const char = template[i];
    if (char === quote) return [quote === "'" ? 'char' : 'string', template.slice(at, i + 1)];
    if (quote === '`') continue;
    if (char === '\n') break;
    if (char === '\\') i += 1;
  }
  throw new TemplateError(`unterminated ${what}`, template, at);
}

/** `U+0040 '@'`. */
function unicode(text: string): string {
  const [character = ''] = text;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code} '${character}'`;
}
