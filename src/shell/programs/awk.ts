// awk: what its rules make of each line.
import type { Process } from '../../sim/index.ts';
import { AwkError } from '../awk/awk-error.ts';
import { Interpreter } from '../awk/execute.ts';
import { parseAwk } from '../awk/parse.ts';
import { splitByPattern } from '../awk/record.ts';
import { State } from '../awk/state.ts';
import type { Program } from '../awk/syntax.ts';
import { Given, numberOf } from '../awk/values.ts';
import { decodeEscapes } from '../language/echo.ts';
import type { Steps } from '../language/shell-state.ts';
import { RegexError } from '../regex/regex.ts';
import type { Options } from './program.ts';
import { fail, LineReader, openOperand, parseOptions, program, readAll, UsageError } from './program.ts';

export const awk = program(function* (process, args) {
  const options = parseOptions(args, { values: 'Fvf', code: 2, stopsAtOperand: true });
  const { source, operands } = yield* sourceOf(process, options);
  try {
    return yield* run(process, source, operands, options);
  } catch (error) {
    if (!(error instanceof AwkError || error instanceof RegexError)) throw error;
    fail(process, error.message);
    return 2;
  }
});

function* sourceOf(
  process: Process,
  options: Options,
): Steps<{ readonly source: string; readonly operands: readonly string[] }> {
  const files = options.values.get('f');
  if (files === undefined) {
    const [source, ...operands] = options.operands;
    if (source === undefined)
      throw new UsageError("usage: awk [-F separator] [-v name=value] 'program' [file ...]", 2);
    return { source, operands };
  }
  let source = '';
  for (const file of files) {
    const input = openOperand(process, file);
    if (input === undefined) throw new UsageError(`there is no program in ${file}`, 2);
    source += `${yield* readAll(input)}\n`;
  }
  return { source, operands: options.operands };
}

function* run(process: Process, source: string, operands: readonly string[], options: Options): Steps {
  const parsed = parseAwk(source);
  const state = new State(process, parsed.functions);
  const words = ['awk', ...operands];
  state.globals.set('ARGV', new Map(words.map((word, index) => [String(index), new Given(word)])));
  state.globals.set('ARGC', words.length);
  const separator = options.values.get('F')?.at(-1);
  if (separator !== undefined)
    state.set('FS', separator === 't' ? '\t' : decodeEscapes(separator, false).text);
  for (const given of options.values.get('v') ?? [])
    if (!assign(state, given)) throw new UsageError(`-v wants name=value, not ${given}`, 2);
  const interpreter = new Interpreter(parsed, state);
  try {
    return yield* runAll(interpreter, parsed, operands);
  } catch (error) {
    const number = numberOf(state.get('NR'));
    if (!(error instanceof AwkError) || number === 0) throw error;
    throw new AwkError(`${error.message} (input record ${number})`);
  }
}

/** BEGIN, the rules for every line, and END. */
function* runAll(interpreter: Interpreter, parsed: Program, operands: readonly string[]): Steps {
  yield* interpreter.begin();
  const readsLines = parsed.rules.length > 0 || parsed.end.length > 0;
  let isMissing = false;
  if (readsLines && !interpreter.isOver) isMissing = yield* readFiles(interpreter, operands);
  yield* interpreter.end();
  return interpreter.exitCode === 0 && isMissing ? 2 : interpreter.exitCode;
}

/** `name=value`, from the command line. */
function assign(state: State, text: string): boolean {
  const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined) return false;
  state.set(name, new Given(decodeEscapes(value, false).text));
  return true;
}

/** Whether a file was not there. */
function* readFiles(interpreter: Interpreter, operands: readonly string[]): Steps<boolean> {
  const { state } = interpreter;
  let isMissing = false;
  let hasRead = false;
  for (const operand of operands) {
    if (assign(state, operand)) continue;
    hasRead = true;
    if (!(yield* readFile(interpreter, operand))) isMissing = true;
    if (interpreter.isOver) return isMissing;
  }
  if (!hasRead) yield* readFile(interpreter, '-');
  return isMissing;
}

function* readFile(interpreter: Interpreter, operand: string): Steps<boolean> {
  const { state } = interpreter;
  const input = openOperand(state.process, operand);
  if (input === undefined) return false;
  state.set('FILENAME', operand === '-' ? '' : operand);
  state.set('FNR', 0);
  const onLine = function* (text: string): Steps<void> {
    state.set('NR', numberOf(state.get('NR')) + 1);
    state.set('FNR', numberOf(state.get('FNR')) + 1);
    state.record.set(text);
    yield* interpreter.line();
    yield* state.work.pause();
  };
  const separator = state.text('RS');
  if (separator !== '\n') {
    const records = recordsOf(yield* readAll(input), separator, state);
    for (const record of records) if (!interpreter.isOver) yield* onLine(record);
    return true;
  }
  const reader = new LineReader(input);
  for (let line = yield* reader.next(); line !== undefined; line = yield* reader.next()) {
    yield* onLine(line.replace(/\n$/, ''));
    if (interpreter.isOver) break;
  }
  return true;
}

/** The records of a text: without a separator, paragraphs. */
function recordsOf(text: string, separator: string, { patterns }: State): string[] {
  if (separator === '') {
    // Not by one expression: it would begin anew at each newline.
    let end = text.length;
    while (text[end - 1] === '\n') end -= 1;
    const whole = text.slice(0, end).replace(/^\n+/, '');
    return whole === '' ? [] : whole.split(/\n{2,}/);
  }
  const records = separator.length === 1 ? text.split(separator) : splitByPattern(text, separator, patterns);
  if (records.at(-1) === '') records.pop();
  return records;
}
