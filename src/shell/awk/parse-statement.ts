// Reads statements: what stands in braces.
import { unsupported } from './awk-error.ts';
import { readExpression, readList } from './parse-expression.ts';
import type { Expression, Redirection, Statement } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

/** Throws AwkError and RegexError. */
export function readBlock(reader: TokenReader): Statement {
  return reader.deeper(() => {
    reader.expect('{');
    const statements: Statement[] = [];
    for (;;) {
      while (reader.next.kind === 'line' || reader.isSign(';')) reader.take();
      if (reader.accept('}')) return { is: 'block', statements };
      statements.push(readStatement(reader));
    }
  });
}

/** With the end of line, the semicolon or the brace that ends it, but for a brace that ends what it stands in. */
function readStatement(reader: TokenReader): Statement {
  if (reader.isSign('{')) return readBlock(reader);
  if (reader.isWord('if')) return readIf(reader);
  if (reader.isWord('while')) return readWhile(reader);
  if (reader.isWord('do')) return readDo(reader);
  if (reader.isWord('for')) return readFor(reader);
  if (reader.accept(';')) return { is: 'block', statements: [] };
  const statement = readSimple(reader);
  if (reader.isSign(';') || reader.next.kind === 'line') reader.take();
  else if (!reader.isSign('}') && reader.next.kind !== 'end')
    throw reader.surprise('expected the end of a statement');
  return statement;
}

/** What a loop or a condition holds, which may stand on the next line. */
function readBody(reader: TokenReader): Statement {
  reader.skipLines();
  return reader.deeper(() => readStatement(reader));
}

function readLoopBody(reader: TokenReader): Statement {
  return reader.within('loop', () => readBody(reader));
}

function readTest(reader: TokenReader): Expression {
  reader.take();
  reader.expect('(');
  const test = readExpression(reader);
  reader.expect(')');
  return test;
}

function readIf(reader: TokenReader): Statement {
  const test = readTest(reader);
  const yes = readBody(reader);
  let ahead = 0;
  while (reader.peek(ahead).kind === 'line' || reader.peek(ahead).text === ';') ahead += 1;
  if (reader.peek(ahead).kind !== 'keyword' || reader.peek(ahead).text !== 'else')
    return { is: 'if', test, yes };
  for (; ahead >= 0; ahead -= 1) reader.take();
  return { is: 'if', test, yes, no: readBody(reader) };
}

function readWhile(reader: TokenReader): Statement {
  const test = readTest(reader);
  return { is: 'while', test, body: readLoopBody(reader), isTestedLast: false };
}

function readDo(reader: TokenReader): Statement {
  reader.take();
  const body = readLoopBody(reader);
  while (reader.next.kind === 'line' || reader.isSign(';')) reader.take();
  if (!reader.isWord('while')) throw reader.surprise('expected while');
  return { is: 'while', test: readTest(reader), body, isTestedLast: true };
}

function readFor(reader: TokenReader): Statement {
  reader.take();
  reader.expect('(');
  const isEach = reader.next.kind === 'name' && reader.peek().text === 'in' && reader.peek(3).text === ')';
  if (isEach) {
    const variable = reader.name();
    reader.take();
    const name = reader.name();
    reader.expect(')');
    return { is: 'each', variable, name, body: readLoopBody(reader) };
  }
  const first = reader.isSign(';') ? undefined : readSimple(reader);
  reader.expect(';');
  const test = reader.isSign(';') ? undefined : readExpression(reader);
  reader.expect(';');
  const next = reader.isSign(')') ? undefined : readSimple(reader);
  reader.expect(')');
  const parts = { ...(first ? { first } : {}), ...(test ? { test } : {}), ...(next ? { next } : {}) };
  return { is: 'for', ...parts, body: readLoopBody(reader) };
}

function readSimple(reader: TokenReader): Statement {
  if (reader.next.kind !== 'keyword') return { is: 'expression', of: readExpression(reader) };
  const { text } = reader.next;
  switch (text) {
    case 'print':
    case 'printf':
      return readPrint(reader, text);
    case 'break':
    case 'continue':
      if (!reader.isWithin('loop')) throw reader.surprise('this stands in a loop');
      reader.take();
      return { is: text };
    case 'next':
      if (reader.isWithin('edge')) throw reader.surprise('in BEGIN and END there is no next line');
      reader.take();
      return { is: text };
    case 'exit':
    case 'return':
      if (text === 'return' && !reader.isWithin('function'))
        throw reader.surprise('this stands in a function');
      reader.take();
      return isAtEnd(reader) ? { is: text } : { is: text, value: readExpression(reader) };
    case 'delete':
      return readDelete(reader);
    case 'nextfile':
      throw unsupported('nextfile', 'give awk one file');
    default:
      return { is: 'expression', of: readExpression(reader) };
  }
}

function isAtEnd(reader: TokenReader): boolean {
  return ['line', 'end'].includes(reader.next.kind) || reader.isSign(';', '}', ')');
}

function readPrint(reader: TokenReader, is: 'print' | 'printf'): Statement {
  reader.take();
  const isEmpty = isAtEnd(reader) || reader.isSign('>', '>>', '|');
  const list = isEmpty ? [] : readList(reader, { isPrinted: true });
  const [only] = list;
  const values = list.length === 1 && only?.is === 'group' ? only.items : list;
  if (is === 'printf' && values.length === 0) throw reader.surprise('printf wants a format');
  if (reader.isSign('|')) throw unsupported('a pipe within awk', 'pipe what awk prints: awk … | sort');
  const to = readRedirection(reader);
  return { is, values, ...(to ? { to } : {}) };
}

function readRedirection(reader: TokenReader): Redirection | undefined {
  if (!reader.isSign('>', '>>')) return undefined;
  const isAppended = reader.take().text === '>>';
  return { isAppended, to: readExpression(reader, { isPrinted: true }) };
}

function readDelete(reader: TokenReader): Statement {
  reader.take();
  const name = reader.name();
  if (!reader.accept('[')) return { is: 'delete', name };
  const keys = readList(reader);
  reader.expect(']');
  return { is: 'delete', name, keys };
}
