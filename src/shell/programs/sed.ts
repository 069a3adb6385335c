// sed: edits lines. Streams its input; with -i it rewrites files.
import type { Process } from '../../sim/index.ts';
import type { Steps } from '../language/shell-state.ts';
import type { Regex } from '../regex/regex.ts';
import type { Address, SedCommand, Substitution } from '../sed/script.ts';
import { parseSed } from '../sed/script.ts';
import { LineReader, openOperand, parseOptions, pathOf, program, UsageError } from './program.ts';

const maxChars = 1_000_000;

export const sed = program(function* (process, args) {
  // -i takes its suffix only when it is joined to it.
  const isInPlace = args.some((arg) => /^-[nErs]*i|^--in-place/.test(arg));
  const suffix = args
    .map((arg) => /^(?:-[nErs]*i|--in-place=)(.+)$/.exec(arg)?.[1])
    .find((found) => found !== undefined);
  const plain = args.map((arg) =>
    /^-[nErs]*i/.test(arg) ? arg.replace(/i.*$/, 'i') : arg.startsWith('--in-place') ? '-i' : arg,
  );
  const options = parseOptions(plain, {
    flags: 'nErsizu',
    values: 'ef',
    long: { quiet: 'n', silent: 'n', 'regexp-extended': 'E', expression: 'e', file: 'f' },
  });
  const operands = [...options.operands];
  const scripts = [...(options.values.get('e') ?? [])];
  for (const file of options.values.get('f') ?? [])
    scripts.push(process.host.files.read(pathOf(process, file)));
  if (scripts.length === 0) {
    const script = operands.shift();
    if (script === undefined) throw new UsageError('no script specified');
    scripts.push(script);
  }
  const commands = parseSed(scripts.join('\n'), options.flags.has('E') || options.flags.has('r'));
  const editor = { process, commands, isSilent: options.flags.has('n') };
  if (!isInPlace) return yield* editStream(editor, operands);
  return yield* editInPlace(editor, operands, suffix);
});

interface Editor {
  readonly process: Process;
  readonly commands: readonly SedCommand[];
  readonly isSilent: boolean;
}

function* editStream(editor: Editor, operands: readonly string[]): Steps {
  const { process } = editor;
  const readers: LineReader[] = [];
  let code = 0;
  for (const operand of operands.length === 0 ? ['-'] : operands) {
    const input = openOperand(process, operand);
    if (input === undefined) code = 2;
    else readers.push(new LineReader(input));
  }
  yield* new Run(editor, readers, (text) => process.stdout.write(text)).all();
  return code;
}

function* editInPlace(editor: Editor, operands: readonly string[], suffix: string | undefined): Steps {
  const { process } = editor;
  if (operands.length === 0) throw new UsageError('no input files');
  let code = 0;
  for (const operand of operands) {
    const input = openOperand(process, operand);
    if (input === undefined) {
      code = 2;
      continue;
    }
    const path = pathOf(process, operand);
    const pieces: string[] = [];
    yield* new Run(editor, [new LineReader(input)], (text) => pieces.push(text)).all();
    if (suffix !== undefined) process.host.files.write(`${path}${suffix}`, process.host.files.read(path));
    process.host.files.write(path, pieces.join(''));
  }
  return code;
}

/** One pass over lines. */
class Run {
  readonly #editor: Editor;
  readonly #readers: LineReader[];
  readonly #write: (text: string) => void;
  /** The line each range began at, while it is open. */
  readonly #open = new Map<SedCommand, number>();
  #number = 0;
  #pattern = '';
  #ending = '\n';
  #ahead: string | undefined;
  #appended: string[] = [];
  #lastRegex: Regex | undefined;
  #isOver = false;

  constructor(editor: Editor, readers: readonly LineReader[], write: (text: string) => void) {
    this.#editor = editor;
    this.#readers = [...readers];
    this.#write = write;
    this.#openFromStart(editor.commands);
  }

  #openFromStart(commands: readonly SedCommand[]): void {
    for (const command of commands) {
      if (command.from?.type === 'line' && command.from.number === 0) this.#open.set(command, 0);
      this.#openFromStart(command.block);
    }
  }

  *all(): Steps<void> {
    this.#ahead = yield* this.#readLine();
    while (this.#ahead !== undefined && !this.#isOver) {
      yield* this.#take();
      const isPrinted = yield* this.#execute(this.#editor.commands);
      if (isPrinted !== 'deleted' && !this.#editor.isSilent) this.#print();
      this.#flush();
    }
  }

  *#readLine(): Steps<string | undefined> {
    for (;;) {
      const [reader] = this.#readers;
      if (reader === undefined) return undefined;
      const line = yield* reader.next();
      if (line !== undefined) return line;
      this.#readers.shift();
    }
  }

  *#take(): Steps<void> {
    const line = this.#ahead as string;
    this.#ending = line.endsWith('\n') ? '\n' : '';
    this.#pattern = line.replace(/\n$/, '');
    this.#number += 1;
    this.#ahead = yield* this.#readLine();
  }

  #print(): void {
    this.#write(this.#pattern + this.#ending);
  }

  #flush(): void {
    for (const text of this.#appended.splice(0)) this.#write(`${text}\n`);
  }

  *#execute(commands: readonly SedCommand[]): Steps<'deleted' | 'done'> {
    for (const command of commands) {
      if (this.#applies(command) === command.isNegated) continue;
      const result = command.name === '{' ? yield* this.#execute(command.block) : yield* this.#one(command);
      if (result === 'deleted' || this.#isOver) return result;
    }
    return 'done';
  }

  *#one(command: SedCommand): Steps<'deleted' | 'done'> {
    switch (command.name) {
      case 's':
        this.#substitute(command.substitution as Substitution);
        return 'done';
      case 'y':
        this.#pattern = [...this.#pattern].map((char) => command.translation?.get(char) ?? char).join('');
        return 'done';
      case 'p':
        this.#write(`${this.#pattern}\n`);
        return 'done';
      case '=':
        this.#write(`${this.#number}\n`);
        return 'done';
      case 'a':
        this.#appended.push(command.text);
        return 'done';
      case 'i':
        this.#write(`${command.text}\n`);
        return 'done';
      case 'c':
        if (!this.#open.has(command)) this.#write(`${command.text}\n`);
        return 'deleted';
      case 'd':
        return 'deleted';
      case 'q':
      case 'Q':
        this.#isOver = true;
        return command.name === 'q' ? 'done' : 'deleted';
      case 'n':
        return yield* this.#next(false);
      default:
        return yield* this.#next(true);
    }
  }

  /** n takes the next line in place of this one; N adds it. */
  *#next(isAdded: boolean): Steps<'deleted' | 'done'> {
    if (this.#ahead === undefined) {
      this.#isOver = true;
      return 'done';
    }
    const before = this.#pattern;
    if (!isAdded && !this.#editor.isSilent) this.#print();
    yield* this.#take();
    if (isAdded) this.#pattern = `${before}\n${this.#pattern}`.slice(0, maxChars);
    return 'done';
  }

  #applies(command: SedCommand): boolean {
    const { from, to } = command;
    if (from === undefined) return true;
    if (to === undefined) return this.#isAt(from);
    const start = this.#open.get(command);
    if (start === undefined) {
      if (!this.#isAt(from)) return false;
      const isOneLine =
        (to.type === 'line' && to.number <= this.#number) || (to.type === 'more' && to.count === 0);
      if (!isOneLine && this.#ahead !== undefined) this.#open.set(command, this.#number);
      return true;
    }
    const isEnd =
      to.type === 'more'
        ? this.#number >= start + to.count
        : to.type === 'line'
          ? this.#number >= to.number
          : this.#isAt(to);
    if (isEnd || this.#ahead === undefined) this.#open.delete(command);
    return to.type !== 'line' || this.#number <= to.number;
  }

  #isAt(address: Address): boolean {
    switch (address.type) {
      case 'line':
        return address.number === this.#number;
      case 'last':
        return this.#ahead === undefined;
      case 'step':
        return address.step === 0
          ? this.#number === address.first
          : this.#number >= address.first && (this.#number - address.first) % address.step === 0;
      case 'regex':
        return this.#use(address.regex).test(this.#pattern);
      case 'more':
        return false;
    }
  }

  #use(regex: Regex | undefined): Regex {
    const used = regex ?? this.#lastRegex;
    if (used === undefined) throw new UsageError('no previous regular expression');
    this.#lastRegex = used;
    return used;
  }

  #substitute({ regex, replacement, isGlobal, prints, nth }: Substitution): void {
    const used = this.#use(regex);
    const text = this.#pattern;
    let result = '';
    let at = 0;
    let found = 0;
    let lastEnd = -1;
    while (at <= text.length && result.length < maxChars) {
      const match = used.exec(text, at);
      if (match === undefined) break;
      const isEmptyAfterMatch = match.end === match.start && match.start === lastEnd;
      result += text.slice(at, match.start);
      if (!isEmptyAfterMatch) found += 1;
      const isReplaced = !isEmptyAfterMatch && (found === nth || (isGlobal && found > nth));
      const whole = text.slice(match.start, match.end);
      result += isReplaced ? expand(replacement, whole, match.groups) : whole;
      lastEnd = match.end;
      at = match.end;
      if (match.end === match.start) result += text[at++] ?? '';
      if (isReplaced && !isGlobal) break;
    }
    if (found < nth) return;
    this.#pattern = result + text.slice(at);
    if (prints) this.#write(`${this.#pattern}\n`);
  }
}

/** `&`, `\1` … `\9`, `\n`, and case changes `\U \L \u \l \E`. */
function expand(replacement: string, whole: string, groups: readonly (string | undefined)[]): string {
  let result = '';
  let caseMode = '';
  let nextMode = '';
  const add = (text: string) => {
    let piece = caseMode === 'U' ? text.toUpperCase() : caseMode === 'L' ? text.toLowerCase() : text;
    if (nextMode !== '' && piece !== '') {
      const [first = ''] = piece;
      piece = (nextMode === 'u' ? first.toUpperCase() : first.toLowerCase()) + piece.slice(first.length);
      nextMode = '';
    }
    result += piece;
  };
  for (const [unit] of replacement.matchAll(/\\[\s\S]|&|[^\\&]+|\\$/g)) {
    if (unit === '&') add(whole);
    else if (/^\\[0-9]$/.test(unit)) add(unit === '\\0' ? whole : (groups[Number(unit[1]) - 1] ?? ''));
    else if (/^\\[ULE]$/.test(unit)) caseMode = unit === '\\E' ? '' : (unit[1] as string);
    else if (unit === '\\u' || unit === '\\l') nextMode = unit[1] as string;
    else if (unit === '\\n') add('\n');
    else if (unit === '\\t') add('\t');
    else add(unit.startsWith('\\') && unit.length > 1 ? unit.slice(1) : unit);
  }
  return result;
}
