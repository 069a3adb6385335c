// awk, the part of it that picks columns: `[pattern] { print … }` with fields, texts, NR and NF. The rest of the language
// is refused by name.
import { decodeEscapes } from '../language/echo.ts';
import type { Regex } from '../regex/regex.ts';
import { compileRegex, RegexError } from '../regex/regex.ts';
import { LineReader, lastValue, openOperand, parseOptions, program, UsageError } from './program.ts';

interface Line {
  readonly text: string;
  readonly fields: readonly string[];
  readonly number: number;
}

type Value = (line: Line) => string;

interface Rule {
  readonly applies: (line: Line) => boolean;
  readonly values: readonly Value[];
}

const advice =
  'supported: [/pattern/ or NR==1 or $2=="text"] { print $1, $NF, NR, "text" }; use grep, sed, cut or the shell for more';

export const awk = program(function* (process, args) {
  const options = parseOptions(args, { values: 'Fv', code: 2, stopsAtOperand: true });
  const [script, ...files] = options.operands;
  if (script === undefined) throw new UsageError('usage: awk [-F separator] program [file ...]', 2);
  if (options.values.has('v')) throw new UsageError(`-v is not supported; ${advice}`, 2);
  const rules = parseRules(script);
  const split = splitter(lastValue(options, 'F'));
  let code = 0;
  let number = 0;
  for (const file of files.length === 0 ? ['-'] : files) {
    const input = openOperand(process, file);
    if (input === undefined) {
      code = 2;
      continue;
    }
    const reader = new LineReader(input);
    for (let full = yield* reader.next(); full !== undefined; full = yield* reader.next()) {
      number += 1;
      const text = full.replace(/\n$/, '');
      const line = { text, fields: split(text), number };
      for (const { applies, values } of rules) {
        if (applies(line)) process.stdout.write(`${values.map((value) => value(line)).join('')}\n`);
      }
    }
  }
  return code;
});

function splitter(separator: string | undefined): (text: string) => string[] {
  if (separator === undefined || separator === ' ')
    return (text) =>
      text
        .trim()
        .split(/\s+/)
        .filter((field) => field !== '');
  const plain = decodeEscapes(separator, false).text;
  if (plain.length === 1) return (text) => (text === '' ? [] : text.split(plain));
  const regex = regexFrom(plain);
  return (text) => {
    const fields: string[] = [];
    let at = 0;
    for (
      let match = regex.exec(text, at);
      match !== undefined && match.end > match.start;
      match = regex.exec(text, at)
    ) {
      fields.push(text.slice(at, match.start));
      at = match.end;
    }
    return text === '' ? [] : [...fields, text.slice(at)];
  };
}

function regexFrom(pattern: string): Regex {
  try {
    return compileRegex(pattern, { syntax: 'extended' });
  } catch (error) {
    if (error instanceof RegexError) throw new UsageError(error.message, 2);
    throw error;
  }
}

/** Rules one after the other; each may lack its pattern or its action. */
function parseRules(script: string): Rule[] {
  const rules: Rule[] = [];
  let rest = script.trim();
  while (rest !== '') {
    const found =
      /^((?:\/(?:\\.|[^/\\])*\/|"(?:\\.|[^"\\])*"|[^{}"/])*)(?:\{((?:"(?:\\.|[^"\\])*"|[^}"])*)\})?/.exec(
        rest,
      );
    const [all = '', pattern = '', action] = found ?? [];
    if (all === '') throw new UsageError(`cannot read the program at: ${rest}; ${advice}`, 2);
    rules.push({ applies: parsePattern(pattern.trim()), values: parseAction(action) });
    rest = rest.slice(all.length).replace(/^[\s;]+/, '');
  }
  return rules;
}

function parsePattern(pattern: string): Rule['applies'] {
  if (pattern === '') return () => true;
  const both = pattern.split('&&');
  if (both.length > 1) {
    const all = both.map((part) => parsePattern(part.trim()));
    return (line) => all.every((applies) => applies(line));
  }
  const match = /^(?:(\$\w+)\s*(!?~)\s*|(!)?)\/((?:\\.|[^/\\])*)\/$/.exec(pattern);
  if (match !== null) {
    const regex = regexFrom((match[4] as string).replaceAll('\\/', '/'));
    const subject = match[1] === undefined ? (line: Line) => line.text : parseValue(match[1]);
    const isNegated = match[2] === '!~' || match[3] === '!';
    return (line) => regex.test(subject(line)) !== isNegated;
  }
  const comparison = /^(.+?)\s*(==|!=|<=|>=|<|>)\s*(.+)$/.exec(pattern);
  if (comparison === null) throw new UsageError(`pattern not supported: ${pattern}; ${advice}`, 2);
  const [left, right] = [parseValue(comparison[1] as string), parseValue(comparison[3] as string)];
  return (line) => compare(comparison[2] as string, left(line), right(line));
}

function compare(operator: string, left: string, right: string): boolean {
  const isNumber = (text: string) => /^\s*[-+]?(\d+\.?\d*|\.\d+)\s*$/.test(text);
  const order =
    isNumber(left) && isNumber(right)
      ? Number(left) - Number(right)
      : left < right
        ? -1
        : left > right
          ? 1
          : 0;
  if (operator === '==') return order === 0;
  if (operator === '!=') return order !== 0;
  if (operator.endsWith('=')) return operator.startsWith('<') ? order <= 0 : order >= 0;
  return operator === '<' ? order < 0 : order > 0;
}

function parseAction(action: string | undefined): Value[] {
  if (action === undefined) return [(line) => line.text];
  const found = /^\s*print(?:\s+|(?=["$])|$)([\s\S]*?);?\s*$/.exec(action);
  if (found === null || /^\s*printf/.test(action))
    throw new UsageError(`action not supported: {${action}}; ${advice}`, 2);
  const list = (found[1] as string).trim();
  if (list === '') return [(line) => line.text];
  // A comma puts a space between; what stands side by side is joined.
  const tokens = list.match(/"(?:\\.|[^"\\])*"|,|\$\(?NF-\d+\)?|\$\w+|\w+|\S/g) ?? [];
  return tokens.map((token) => (token === ',' ? () => ' ' : parseValue(token)));
}

/** A field, NR, NF, a text or a number. */
function parseValue(given: string): Value {
  const token = given.trim();
  if (token.startsWith('"') && token.endsWith('"') && token.length > 1) {
    const { text } = decodeEscapes(token.slice(1, -1).replaceAll('\\"', '"'), false);
    return () => text;
  }
  if (/^\d+(\.\d+)?$/.test(token)) return () => token;
  if (token === 'NR') return ({ number }) => String(number);
  if (token === 'NF') return ({ fields }) => String(fields.length);
  if (token === '$0') return ({ text }) => text;
  const field = /^\$(\d+)$/.exec(token)?.[1];
  if (field !== undefined) return ({ fields }) => fields[Number(field) - 1] ?? '';
  const fromEnd = /^\$\(?NF(?:-(\d+))?\)?$/.exec(token);
  if (fromEnd !== null) return ({ fields }) => fields[fields.length - 1 - Number(fromEnd[1] ?? 0)] ?? '';
  throw new UsageError(`not supported: ${token}; ${advice}`, 2);
}
