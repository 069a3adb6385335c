// jq: reads JSON and prints what a filter makes of it.
import { readJsonStream } from '../../sim/index.ts';
import { evaluate } from '../jq/evaluate.ts';
import type { Filter } from '../jq/filter.ts';
import { JqError, JqHalt, JqSyntaxError } from '../jq/jq-error.ts';
import { parseJq } from '../jq/parse.ts';
import type { Scope } from '../jq/scope.ts';
import { Work } from '../jq/scope.ts';
import { isFalse, jsonText } from '../jq/values.ts';
import { fail, program, readOperands, UsageError } from './program.ts';

interface Options {
  isRaw: boolean;
  isJoined: boolean;
  isCompact: boolean;
  isNullInput: boolean;
  isSlurped: boolean;
  isRawInput: boolean;
  isSorted: boolean;
  tellsByExit: boolean;
  indent: string | number;
  readonly named: Map<string, unknown>;
  readonly operands: string[];
}

const usage =
  'Usage:\tjq [OPTIONS] FILTER [FILES...]\n\tjq [OPTIONS] --args FILTER [ARGUMENTS...]\n\tjq [OPTIONS] --jsonargs FILTER [JSON_VALUES...]';

export const jq = program(function* (process, args) {
  const options = readOptions(args);
  const [text, ...paths] = options.operands;
  if (text === undefined) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const filter = compiled(text, options.named);
  if (typeof filter === 'string') {
    process.stderr.write(`jq: error: ${filter} at <top-level>, line 1:\n${text}\njq: 1 compile error\n`);
    return 3;
  }
  let code = 0;
  let inputs: readonly unknown[] = [null];
  let lines = 0;
  if (!options.isNullInput) {
    const read = yield* readOperands(process, paths);
    if (read.code !== 0) code = 2;
    const whole = read.texts.join('');
    lines = whole.split('\n').length - 1;
    if (options.isRawInput) inputs = rawInputs(whole, options.isSlurped);
    else {
      const { values, error } = readJsonStream(whole);
      if (error !== undefined) {
        fail(process, `parse error: ${error.replace(/^json: offset \d+: /, '')} at line ${lines}, column 0`);
        code = 2;
      }
      inputs = options.isSlurped ? [values] : values;
    }
  }
  const environment = Object.fromEntries(process.env);
  const named = new Map<string, unknown>([['ENV', environment], ...options.named]);
  const outcome = runAll(filter, inputs, { variables: named, work: new Work() }, (value) =>
    process.stdout.write(written(value, options)),
  );
  for (const message of outcome.errors) {
    const where = options.isNullInput ? '<unknown>' : `<stdin>:${paths.length > 0 ? 0 : lines}`;
    fail(process, `error (at ${where}): ${message}`);
  }
  if (outcome.halted) {
    process.stderr.write(outcome.halted.message);
    return outcome.halted.code;
  }
  if (outcome.errors.length > 0) return 5;
  if (code !== 0 || !options.tellsByExit) return code;
  return outcome.last === undefined ? 4 : isFalse(outcome.last) ? 1 : 0;
});

const switches: Readonly<Record<string, (options: Options) => void>> = {
  'raw-output': (it) => {
    it.isRaw = true;
  },
  'join-output': (it) => {
    it.isRaw = true;
    it.isJoined = true;
  },
  'compact-output': (it) => {
    it.isCompact = true;
  },
  'null-input': (it) => {
    it.isNullInput = true;
  },
  slurp: (it) => {
    it.isSlurped = true;
  },
  'raw-input': (it) => {
    it.isRawInput = true;
  },
  'sort-keys': (it) => {
    it.isSorted = true;
  },
  'exit-status': (it) => {
    it.tellsByExit = true;
  },
  tab: (it) => {
    it.indent = '\t';
  },
  'monochrome-output': () => undefined,
};

const letters: Readonly<Record<string, string>> = {
  r: 'raw-output',
  j: 'join-output',
  c: 'compact-output',
  n: 'null-input',
  s: 'slurp',
  R: 'raw-input',
  S: 'sort-keys',
  e: 'exit-status',
  M: 'monochrome-output',
};

function readOptions(args: readonly string[]): Options {
  const options: Options = {
    ...{ isRaw: false, isJoined: false, isCompact: false, isNullInput: false, isSlurped: false },
    ...{ isRawInput: false, isSorted: false, tellsByExit: false, indent: 2 },
    named: new Map(),
    operands: [],
  };
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('-') || word === '-') options.operands.push(word);
    else if (word === '--arg' || word === '--argjson') takeNamed(word, rest, options);
    else if (word === '--indent') options.indent = Math.min(7, Number(rest.shift()) || 0);
    else takeSwitches(word, options);
  }
  return options;
}

function takeSwitches(word: string, options: Options): void {
  const names = word.startsWith('--') ? [word.slice(2)] : [...word.slice(1)].map((it) => letters[it]);
  for (const name of names) {
    const turnOn = name !== undefined && Object.hasOwn(switches, name) ? switches[name] : undefined;
    if (!turnOn) throw new UsageError(`error: Unknown arguments\n${usage}`, 2);
    turnOn(options);
  }
}

function takeNamed(word: string, rest: string[], { named }: Options): void {
  const [name, text] = rest.splice(0, 2);
  if (name === undefined || text === undefined) {
    throw new UsageError(
      `error: ${word} takes two parameters (e.g. ${word} varname ${word === '--arg' ? 'value' : 'text'})`,
      2,
    );
  }
  if (word === '--arg') {
    named.set(name, text);
    return;
  }
  const { values, error } = readJsonStream(text);
  if (error !== undefined || values.length !== 1)
    throw new UsageError(`error: Invalid JSON text passed to --argjson`, 2);
  named.set(name, values[0]);
}

/** The filter, or why it is none. */
function compiled(text: string, named: ReadonlyMap<string, unknown>): Filter | string {
  try {
    return parseJq(text, named.keys());
  } catch (error) {
    if (error instanceof JqSyntaxError) return error.message;
    throw error;
  }
}

function rawInputs(text: string, isWhole: boolean): readonly unknown[] {
  if (isWhole) return [text];
  const rows = text.split('\n');
  if (rows.at(-1) === '') rows.pop();
  return rows;
}

interface Result {
  readonly errors: string[];
  last?: unknown;
  halted?: JqHalt;
}

/** Every input through the filter; one that fails does not keep the others from going on. */
function runAll(
  filter: Filter,
  inputs: readonly unknown[],
  scope: Scope,
  tell: (value: unknown) => void,
): Result {
  const result: Result = { errors: [] };
  for (const input of inputs) {
    try {
      for (const value of evaluate(filter, input, scope)) {
        result.last = value;
        tell(value);
      }
    } catch (error) {
      if (error instanceof JqHalt) return { ...result, halted: error };
      if (!(error instanceof JqError)) throw error;
      result.errors.push(typeof error.value === 'string' ? error.value : `(not a string): ${error.message}`);
    }
  }
  return result;
}

function written(value: unknown, options: Options): string {
  const end = options.isJoined ? '' : '\n';
  if (options.isRaw && typeof value === 'string') return value + end;
  return jsonText(value, options.isCompact ? 0 : options.indent, options.isSorted) + end;
}
