// read: one line from standard input into variables.
import { untilReadable } from '../../../sim/index.ts';
import type { Builtin, Shell, Steps } from '../shell-state.ts';
import { complain, write } from '../shell-state.ts';
import { heedInterrupt } from '../traps.ts';
import { isName, separatorsOf, setVariable } from '../variables.ts';
import { refuseOption } from './builtin.ts';

interface ReadOptions {
  isRaw: boolean;
  delimiter: string;
  prompt: string;
  timeoutMs: number | undefined;
  maxChars: number;
  array: string | undefined;
}

/** `read [-r] [-p prompt] [-t seconds] [-n count] [-d delimiter] [-a array] [name …]`. */
export const read: Builtin = function* (shell, argv) {
  const options: ReadOptions = {
    isRaw: false,
    delimiter: '\n',
    prompt: '',
    timeoutMs: undefined,
    maxChars: Number.POSITIVE_INFINITY,
    array: undefined,
  };
  const names = takeOptions(shell, argv.slice(1), options);
  if (typeof names === 'number') return names;
  const wrong = names.find((name) => !isName(name));
  if (wrong !== undefined) return complain(shell, `read: \`${wrong}': not a valid identifier`);
  if (options.prompt !== '' && shell.process.isInteractive) write(shell, 2, options.prompt);
  const line = yield* readLine(shell, options);
  assign(shell, names, line.text, options);
  return line.isComplete ? 0 : line.isLate ? 142 : 1;
};

function takeOptions(
  shell: Shell,
  args: readonly string[],
  options: ReadOptions,
): readonly string[] | number {
  let rest = args;
  for (; /^-./.test(rest[0] ?? ''); rest = rest.slice(1)) {
    const word = rest[0] as string;
    if (word === '--') return rest.slice(1);
    for (let i = 1; i < word.length; i++) {
      const letter = word[i] as string;
      if (letter === 'r') options.isRaw = true;
      else if (letter !== 's' && letter !== 'e') {
        if (!'ptnNda'.includes(letter)) return refuseOption(shell, 'read', `-${letter}`);
        const value = word.slice(i + 1) || rest[1];
        if (value === undefined && letter !== 'd')
          return complain(shell, `read: -${letter}: option requires an argument`) + 1;
        if (word.slice(i + 1) === '') rest = rest.slice(1);
        setOption(options, letter, value ?? '');
        break;
      }
    }
  }
  return rest;
}

function setOption(options: ReadOptions, letter: string, value: string): void {
  if (letter === 'p') options.prompt = value;
  else if (letter === 't') options.timeoutMs = (Number(value) || 0) * 1000;
  else if (letter === 'd') options.delimiter = value.slice(0, 1) || '\u0000';
  else if (letter === 'a') options.array = value;
  else options.maxChars = Number(value) || 0;
}

function* readLine(
  shell: Shell,
  options: ReadOptions,
): Steps<{ text: string; isComplete: boolean; isLate?: boolean }> {
  const input = shell.fds.get(0)?.input;
  const { host } = shell.process;
  const untilMs = options.timeoutMs === undefined ? undefined : host.now() + options.timeoutMs;
  let text = '';
  for (;;) {
    const piece = input?.read();
    if (piece === undefined) return { text, isComplete: false };
    if (piece === 'wait') {
      if (untilMs !== undefined && host.now() >= untilMs) return { text, isComplete: false, isLate: true };
      const wait = untilReadable(input as NonNullable<typeof input>);
      yield untilMs === undefined ? wait : { ...wait, untilMs };
      heedInterrupt(shell);
      continue;
    }
    text += piece;
    const end = endOfLine(text, options);
    if (end === undefined) continue;
    const isDelimited = text[end] === options.delimiter;
    input?.unread?.(text.slice(isDelimited ? end + 1 : end));
    return { text: text.slice(0, end), isComplete: true };
  }
}

/** Where the line ends; a backslash keeps a newline in it unless it is raw. */
function endOfLine(text: string, { delimiter, isRaw, maxChars }: ReadOptions): number | undefined {
  for (let i = 0; i < text.length; i++) {
    if (i >= maxChars) return i;
    if (text[i] === delimiter) return i;
    if (text[i] === '\\' && !isRaw) i += 1;
  }
  return text.length >= maxChars ? maxChars : undefined;
}

function assign(shell: Shell, names: readonly string[], line: string, options: ReadOptions): void {
  const separators = separatorsOf(shell);
  if (options.array !== undefined) {
    setVariable(shell, options.array, fieldsOf(line, Number.POSITIVE_INFINITY, separators, options.isRaw));
    return;
  }
  if (names.length === 0) {
    setVariable(shell, 'REPLY', options.isRaw ? line : unescaped(line));
    return;
  }
  const fields = fieldsOf(line, names.length, separators, options.isRaw);
  for (const [i, name] of names.entries()) setVariable(shell, name, fields[i] ?? '');
}

/** Splits at IFS into at most `count` fields; the last takes the rest, separators and all. */
function fieldsOf(line: string, count: number, separators: string, isRaw: boolean): string[] {
  const blanks = [...separators].filter((char) => ' \t\n'.includes(char));
  const isBlank = (char: string | undefined) => char !== undefined && blanks.includes(char);
  const fields: string[] = [];
  let i = 0;
  while (isBlank(line[i])) i += 1;
  while (i < line.length && fields.length < count - 1) {
    let field = '';
    for (; i < line.length && !separators.includes(line[i] as string); i++) {
      if (line[i] === '\\' && !isRaw) i += 1;
      field += line[i] ?? '';
    }
    fields.push(field);
    while (isBlank(line[i])) i += 1;
    if (i < line.length && separators.includes(line[i] as string)) i += 1;
    while (isBlank(line[i])) i += 1;
  }
  if (i < line.length) {
    let rest = line.slice(i);
    while (isBlank(rest.at(-1))) rest = rest.slice(0, -1);
    fields.push(isRaw ? rest : unescaped(rest));
  }
  return fields;
}

function unescaped(text: string): string {
  return text.replace(/\\([\s\S]?)/g, (_, char) => (char === '\n' ? '' : char));
}
