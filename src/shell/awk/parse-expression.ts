// Reads expressions, from what binds least to what binds most.
import { AwkError, unsupported } from './awk-error.ts';
import { compilePattern } from './pattern.ts';
import type { BinaryOperator, Comparison, Expression, Place } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';
import { builtins } from './tokens.ts';

/** Where an expression stands: after `print` a `>` names a file, and in `for (k in a)` the `in` is no operator. */
export interface Context {
  readonly isPrinted?: boolean;
}

const assignments: ReadonlyMap<string, BinaryOperator | undefined> = new Map([
  ['=', undefined],
  ['+=', '+'],
  ['-=', '-'],
  ['*=', '*'],
  ['/=', '/'],
  ['%=', '%'],
  ['^=', '^'],
  ['**=', '^'],
]);

/** Throws AwkError and RegexError. */
export function readExpression(reader: TokenReader, context: Context = {}): Expression {
  return reader.deeper(() => readChoice(reader, context));
}

export function readList(reader: TokenReader, context: Context = {}): Expression[] {
  const items = [readExpression(reader, context)];
  while (reader.accept(',')) {
    reader.skipLines();
    items.push(readExpression(reader, context));
  }
  return items;
}

function isPlace(expression: Expression): expression is Place {
  return ['variable', 'field', 'element'].includes(expression.is);
}

function readChoice(reader: TokenReader, context: Context): Expression {
  const test = readOr(reader, context);
  if (!reader.accept('?')) return test;
  reader.skipLines();
  const yes = readExpression(reader, context);
  reader.skipLines();
  reader.expect(':');
  reader.skipLines();
  return { is: 'choice', test, yes, no: readExpression(reader, context) };
}

function readOr(reader: TokenReader, context: Context): Expression {
  let left = readAnd(reader, context);
  while (reader.accept('||')) {
    reader.skipLines();
    left = { is: 'or', left, right: readAnd(reader, context) };
  }
  return left;
}

function readAnd(reader: TokenReader, context: Context): Expression {
  let left = readIn(reader, context);
  while (reader.accept('&&')) {
    reader.skipLines();
    left = { is: 'and', left, right: readIn(reader, context) };
  }
  return left;
}

function readIn(reader: TokenReader, context: Context): Expression {
  let left = readMatch(reader, context);
  while (reader.isWord('in')) {
    reader.take();
    left = { is: 'in', keys: left.is === 'group' ? left.items : [left], name: reader.name() };
  }
  return left;
}

function readMatch(reader: TokenReader, context: Context): Expression {
  let left = readComparison(reader, context);
  while (reader.isSign('~', '!~')) {
    const isNegated = reader.take().text === '!~';
    left = { is: 'match', isNegated, left, right: readComparison(reader, context) };
  }
  return left;
}

function readComparison(reader: TokenReader, context: Context): Expression {
  const left = readConcatenation(reader, context);
  const signs = ['<', '<=', '==', '!=', '>=', ...(context.isPrinted ? [] : ['>'])];
  if (!reader.isSign(...signs)) return left;
  const operator = reader.take().text as Comparison;
  return { is: 'compare', operator, left, right: readConcatenation(reader, context) };
}

function readConcatenation(reader: TokenReader, context: Context): Expression {
  let left = readSum(reader, context);
  while (beginsOperand(reader)) left = { is: 'concatenate', left, right: readSum(reader, context) };
  return left;
}

/** Whether the next word can only be another value, put after the one before. */
function beginsOperand(reader: TokenReader): boolean {
  if (['number', 'text', 'name', 'call', 'builtin'].includes(reader.next.kind)) return true;
  return reader.isSign('$', '(', '++', '--');
}

function readSum(reader: TokenReader, context: Context): Expression {
  let left = readProduct(reader, context);
  while (reader.isSign('+', '-')) {
    const operator = reader.take().text as BinaryOperator;
    left = { is: 'binary', operator, left, right: readProduct(reader, context) };
  }
  return left;
}

function readProduct(reader: TokenReader, context: Context): Expression {
  let left = readUnary(reader, context);
  while (reader.isSign('*', '/', '%')) {
    const operator = reader.take().text as BinaryOperator;
    left = { is: 'binary', operator, left, right: readUnary(reader, context) };
  }
  return left;
}

function readUnary(reader: TokenReader, context: Context): Expression {
  return reader.deeper(() => {
    if (reader.accept('!')) return { is: 'not', of: readUnary(reader, context) };
    if (reader.accept('-')) return { is: 'negative', of: readUnary(reader, context) };
    if (reader.accept('+')) return { is: 'positive', of: readUnary(reader, context) };
    return readPower(reader, context);
  });
}

function readPower(reader: TokenReader, context: Context): Expression {
  const left = readStep(reader, context);
  if (!reader.isSign('^', '**')) return left;
  reader.take();
  // 2^-1 and 2^3^2: what stands to the right comes first.
  return { is: 'binary', operator: '^', left, right: readUnary(reader, context) };
}

function readStep(reader: TokenReader, context: Context): Expression {
  if (reader.isSign('++', '--')) {
    const by = reader.take().text === '++' ? 1 : -1;
    const place = readPrimary(reader, context);
    if (!isPlace(place)) throw reader.surprise('only what has a name can be counted up or down');
    return { is: 'step', place, by, isBefore: true };
  }
  const place = readPrimary(reader, context);
  if (!isPlace(place)) return place;
  // Wherever a name stands it can be assigned to: `/x/ && found = 1`.
  if (reader.isNext('sign') && assignments.has(reader.next.text)) {
    const operator = assignments.get(reader.take().text);
    reader.skipLines();
    return { is: 'assign', place, ...(operator ? { operator } : {}), value: readExpression(reader, context) };
  }
  if (!reader.isSign('++', '--')) return place;
  return { is: 'step', place, by: reader.take().text === '++' ? 1 : -1, isBefore: false };
}

function readPrimary(reader: TokenReader, context: Context): Expression {
  const { kind, text, line } = reader.next;
  switch (kind) {
    case 'number':
      reader.take();
      return { is: 'number', value: Number(text) };
    case 'text':
      reader.take();
      return { is: 'text', value: text };
    case 'regex':
      reader.take();
      // What is wrong with it is said before anything runs.
      compilePattern(text);
      return { is: 'regex', source: text };
    case 'name':
      return readNamed(reader);
    case 'call':
      reader.take();
      if (!reader.called.has(text)) reader.called.set(text, line);
      return { is: 'call', name: text, args: readArguments(reader), isOwn: true };
    case 'builtin':
      return readBuiltin(reader);
    case 'keyword':
      if (text === 'getline')
        throw unsupported('getline', 'lines are read one after the other by themselves');
      throw reader.surprise('expected a value');
    default:
  }
  if (reader.accept('$')) return { is: 'field', index: readFieldIndex(reader, context) };
  if (!reader.accept('(')) throw reader.surprise('expected a value');
  const items = readList(reader);
  reader.expect(')');
  const [only] = items;
  if (items.length === 1 && only) return grouped(only);
  if (reader.isWord('in') || context.isPrinted) return { is: 'group', items };
  throw new AwkError(`line ${line}: several values in parentheses are for print, or stand before in`);
}

/** `(x) = 1` is no assignment, and `($1)++` counts no field up. */
function grouped(only: Expression): Expression {
  return isPlace(only) ? { is: 'group', items: [only] } : only;
}

/** `$NF-1` is `($NF) - 1`, and `$i++` counts the field up. */
function readFieldIndex(reader: TokenReader, context: Context): Expression {
  return reader.deeper(() => {
    if (reader.isSign('-')) return readUnary(reader, context);
    return reader.isSign('++', '--') ? readStep(reader, context) : readPrimary(reader, context);
  });
}

function readNamed(reader: TokenReader): Place {
  const name = reader.name();
  if (!reader.accept('[')) return { is: 'variable', name };
  const keys = readList(reader);
  reader.expect(']');
  return { is: 'element', name, keys };
}

function readArguments(reader: TokenReader): Expression[] {
  reader.expect('(');
  reader.skipLines();
  const args = reader.isSign(')') ? [] : readList(reader);
  reader.skipLines();
  reader.expect(')');
  return args;
}

function readBuiltin(reader: TokenReader): Expression {
  const { text: name, line } = reader.take();
  // `length` alone is that of the line.
  const args = reader.isSign('(') ? readArguments(reader) : [];
  const [least, most] = builtins.get(name) ?? [0, 0];
  if (args.length < least || args.length > most)
    throw new AwkError(
      `line ${line}: ${name} takes ${least === most ? least : `${least} to ${most}`} arguments`,
    );
  if (name === 'system') throw unsupported('system()', 'print the commands and pipe them into sh');
  return { is: 'call', name, args, isOwn: false };
}
