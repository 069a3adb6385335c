// Reads an awk program: its rules and functions.
import { AwkError } from './awk-error.ts';
import { readExpression } from './parse-expression.ts';
import { readBlock } from './parse-statement.ts';
import type { Expression, OwnFunction, Program, Rule, Statement } from './syntax.ts';
import { TokenReader } from './token-reader.ts';
import { tokensOf } from './tokens.ts';

/** Throws AwkError and RegexError. */
export function parseAwk(source: string): Program {
  const reader = new TokenReader(tokensOf(source));
  const [begin, end]: [Statement[], Statement[]] = [[], []];
  const rules: Rule[] = [];
  const functions = new Map<string, OwnFunction>();
  for (;;) {
    while (reader.next.kind === 'line' || reader.isSign(';')) reader.take();
    if (reader.next.kind === 'end') {
      for (const [name, line] of reader.called)
        if (!functions.has(name)) throw new AwkError(`line ${line}: there is no function ${name}`);
      return { begin, rules, end, functions };
    }
    if (reader.isWord('BEGIN') || reader.isWord('END')) {
      const isBegin = reader.take().text === 'BEGIN';
      (isBegin ? begin : end).push(reader.within('edge', () => readBlock(reader)));
    } else if (reader.isWord('function') || reader.isWord('func')) {
      const own = readFunction(reader);
      if (functions.has(own.name)) throw new AwkError(`there are two functions ${own.name}`);
      functions.set(own.name, own);
    } else rules.push(reader.within('rule', () => readRule(reader)));
  }
}

function readRule(reader: TokenReader): Rule {
  if (reader.isSign('{')) return { action: readBlock(reader) };
  const pattern = readExpression(reader);
  let until: Expression | undefined;
  if (reader.accept(',')) {
    reader.skipLines();
    until = readExpression(reader);
  }
  const action = reader.isSign('{') ? readBlock(reader) : undefined;
  if (action === undefined && !['line', 'end'].includes(reader.next.kind) && !reader.isSign(';'))
    throw reader.surprise('expected { or the end of the rule');
  return { pattern, ...(until ? { until } : {}), ...(action ? { action } : {}) };
}

function readFunction(reader: TokenReader): OwnFunction {
  reader.take();
  if (!['name', 'call'].includes(reader.next.kind)) throw reader.surprise('expected the name of a function');
  const name = reader.take().text;
  reader.expect('(');
  const parameters: string[] = [];
  while (!reader.isSign(')')) {
    if (parameters.includes(reader.next.text)) throw reader.surprise('two parameters have this name');
    parameters.push(reader.name());
    if (!reader.accept(',')) break;
    reader.skipLines();
  }
  reader.expect(')');
  reader.skipLines();
  return { name, parameters, body: reader.within('function', () => readBlock(reader)) };
}
