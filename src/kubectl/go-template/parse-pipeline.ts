// Pipelines of a Go template, parsed: `$x := .items | len`, with operands, calls and parentheses.
import type { Call, Expression, Pipeline } from './nodes.ts';
import type { TokenReader } from './token-reader.ts';
import type { Token, TokenType } from './tokens.ts';

const depthMax = 100;

/** Reads up to `until` and takes that too. `where` is what messages call the place. Throws `TemplateError`. */
export function readPipeline(reader: TokenReader, where: string, until: TokenType, depth = 0): Pipeline {
  if (depth > depthMax) throw reader.error('the template is nested too deeply');
  reader.skipSpace();
  const { at } = reader.peek();
  const { variables, declares } = readTargets(reader, where);
  const calls: Call[] = [];
  for (;;) {
    reader.skipSpace();
    const token = reader.peek();
    if (token.type === until) break;
    if (!startsOperand(token)) throw reader.unexpected(token, where);
    calls.push(readCall(reader, depth));
  }
  reader.take();
  if (calls.length === 0) throw reader.error(`missing value for ${where}`);
  calls.slice(1).forEach(({ words }, i) => {
    if (isConstant(words[0])) throw reader.error(`non executable command in pipeline stage ${i + 2}`);
  });
  return { type: 'pipeline', at, variables, declares, calls };
}

/** `$x :=`, `$x =`, and in a range `$i, $x :=`. */
function readTargets(
  reader: TokenReader,
  where: string,
): { readonly variables: readonly string[]; readonly declares: boolean } {
  const variables: string[] = [];
  for (;;) {
    const mark = reader.mark();
    const token = reader.peek();
    if (token.type !== 'variable') break;
    reader.take();
    reader.skipSpace();
    const { type } = reader.peek();
    if (type !== ':=' && type !== '=' && type !== ',') {
      reader.backTo(mark);
      break;
    }
    reader.take();
    variables.push(token.text);
    reader.variables.push(token.text);
    if (type !== ',') return { variables, declares: type === ':=' };
    if (where !== 'range' || variables.length > 1) throw reader.error(`too many declarations in ${where}`);
    reader.skipSpace();
    if (reader.peek().type !== 'variable') throw reader.error('range can only initialize variables');
  }
  return { variables, declares: true };
}

function readCall(reader: TokenReader, depth: number): Call {
  const { at } = reader.peek();
  const words: Expression[] = [];
  for (;;) {
    reader.skipSpace();
    if (startsOperand(reader.peek())) words.push(readOperand(reader, depth));
    const after = reader.peek();
    if (after.type === 'space') continue;
    if (after.type === 'pipe') reader.take();
    else if (after.type !== 'close' && after.type !== ')') throw reader.unexpected(after, 'operand');
    break;
  }
  if (words.length === 0) throw reader.error('empty command');
  return { at, words };
}

function readOperand(reader: TokenReader, depth: number): Expression {
  const term = readTerm(reader, depth);
  const after = reader.peek();
  if (after.type !== 'field') return term;
  const names: string[] = [];
  while (reader.peek().type === 'field') names.push(reader.take().text.slice(1));
  if (term.type === 'field') return { ...term, at: after.at, names: [...term.names, ...names] };
  if (term.type === 'variable') return { ...term, at: after.at, names };
  if (isConstant(term)) throw reader.error(`unexpected . after term ${JSON.stringify(constantText(term))}`);
  return { type: 'chain', at: after.at, of: term, names };
}

function readTerm(reader: TokenReader, depth: number): Expression {
  const token = reader.take();
  const { at, text } = token;
  switch (token.type) {
    case 'dot':
    case 'nil':
      return { type: token.type, at };
    case 'bool':
      return { type: 'bool', at, value: text === 'true' };
    case 'number':
      return { type: 'number', at, text, value: numberOf(text) };
    case 'char': {
      const character = reader.textOf(token);
      if ([...character].length !== 1) throw reader.error(`malformed character constant: ${text}`);
      return { type: 'number', at, text, value: character.codePointAt(0) ?? 0 };
    }
    case 'string':
      return { type: 'string', at, text, value: reader.textOf(token) };
    case 'field':
      return { type: 'field', at, names: [text.slice(1)] };
    case 'variable':
      reader.refuseUndefined(text);
      return { type: 'variable', at, name: text, names: [] };
    case 'identifier':
      if (!reader.knowsFunction(text)) throw reader.error(`function ${JSON.stringify(text)} not defined`);
      return { type: 'function', at, name: text };
    case '(':
      return readPipeline(reader, 'parenthesized pipeline', ')', depth + 1);
    default:
      throw reader.unexpected(token, 'operand');
  }
}

function startsOperand({ type }: Token): boolean {
  return /^(bool|char|dot|field|identifier|nil|number|string|variable|\()$/.test(type);
}

function isConstant(term: Expression | undefined): boolean {
  return term !== undefined && /^(bool|dot|nil|number|string)$/.test(term.type);
}

function constantText(term: Expression): string {
  if (term.type === 'dot') return '.';
  if (term.type === 'nil') return 'nil';
  return 'text' in term ? term.text : 'value' in term ? String(term.value) : '';
}

function numberOf(text: string): number {
  const plain = text.replaceAll('_', '');
  const sign = plain.startsWith('-') ? -1 : 1;
  const digits = plain.replace(/^[+-]/, '');
  return sign * (/^0\d+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits));
}
