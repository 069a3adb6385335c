// Words of a command: every kind of expansion, in the order the shell does them.
import type { ArithmeticExpansionPart, Word, WordPart } from 'unbash';
import { parse } from 'unbash';
import { evaluateArithmetic } from './arithmetic.ts';
import { expandBraces } from './brace-expansion.ts';
import { ShellError } from './completion.ts';
import type { PartContext } from './fields.ts';
import { FieldBuilder, patternOf, textOf } from './fields.ts';
import { expandParameter, expandSimple } from './parameter-expansion.ts';
import { expandPath, hasPattern } from './path-expansion.ts';
import type { Shell, Steps } from './shell-state.ts';
import { substitute, substituteFile } from './substitution.ts';
import { getVariable, separatorsOf } from './variables.ts';

const unquoted: PartContext = { isQuoted: false };
const bracedWords = new WeakMap<Word, readonly Word[]>();

/** The arguments that words stand for: braces, expansions, splitting, file names. */
export function* expandWords(shell: Shell, words: Iterable<Word>): Steps<string[]> {
  const args: string[] = [];
  for (const word of words) {
    for (const single of wordsInBraces(word)) {
      // Most words are plain text.
      if (single.parts === undefined && !single.text.includes('~') && !single.text.includes('\\')) {
        args.push(single.value);
        continue;
      }
      const builder = new FieldBuilder(separatorsOf(shell));
      yield* expandInto(shell, builder, single, unquoted);
      builder.endField();
      for (const field of builder.fields) args.push(...filesOf(shell, patternOf(field), textOf(field)));
    }
  }
  return args;
}

function filesOf(shell: Shell, pattern: string, text: string): readonly string[] {
  if (shell.options.has('noglob') || !hasPattern(pattern)) return [text];
  const found = expandPath(shell.process.host.files, shell.cwd, pattern);
  return found.length > 0 ? found : [text];
}

/** One text, neither split nor matched with files: a value, a redirection's target, the word of `case`. */
export function* expandText(
  shell: Shell,
  word: Word,
  options: { readonly isAssignment?: boolean } = {},
): Steps<string> {
  const builder = new FieldBuilder('');
  yield* expandInto(shell, builder, word, unquoted, options.isAssignment);
  builder.endField();
  return builder.fields.map(textOf).join(' ');
}

/** One pattern, as for `case` and `${x#…}`. */
export function* expandPattern(shell: Shell, word: Word): Steps<string> {
  const builder = new FieldBuilder('');
  yield* expandInto(shell, builder, word, unquoted);
  builder.endField();
  return builder.fields.map(patternOf).join(' ');
}

/** The parts of a here-document's body, as one text. */
export function* expandBody(shell: Shell, parts: readonly WordPart[]): Steps<string> {
  const builder = new FieldBuilder('');
  for (const part of parts) yield* expandPart(shell, builder, part, { isQuoted: true });
  builder.endField();
  return builder.fields.map(textOf).join(' ');
}

/** Expands a word's parts into a builder. */
export function* expandInto(
  shell: Shell,
  builder: FieldBuilder,
  word: Word,
  context: PartContext,
  isAssignment = false,
): Steps<void> {
  const parts = word.parts ?? [
    { type: 'Literal', text: word.text, value: word.value, pos: word.pos, end: word.end },
  ];
  for (const [i, part] of parts.entries()) {
    if (part.type === 'Literal' && !context.isQuoted) {
      const isAlone = parts.length === 1;
      addLiteralText(shell, builder, part.text, { ...context, hasTilde: i === 0, isAlone, isAssignment });
    } else yield* expandPart(shell, builder, part, context);
  }
}

function* expandPart(shell: Shell, builder: FieldBuilder, part: WordPart, context: PartContext): Steps<void> {
  const add = (text: string) => (context.isQuoted ? builder.addQuoted(text) : builder.addSplit(text));
  switch (part.type) {
    case 'Literal':
      if (context.isQuoted) return builder.addQuoted(part.value);
      return addLiteralText(shell, builder, part.text, {
        ...context,
        hasTilde: false,
        isAlone: false,
        isAssignment: false,
      });
    case 'Glob':
      if (context.isQuoted || part.kind !== 'bracket') return addPlain(builder, part.text, context);
      addPlain(builder, '[', context);
      for (const inner of part.parts) yield* expandPart(shell, builder, inner, context);
      return addPlain(builder, ']', context);
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return builder.addQuoted(part.value);
    case 'DoubleQuoted':
    case 'LocaleString':
      if (part.parts.length === 0) builder.addQuoted('');
      for (const inner of part.parts) yield* expandPart(shell, builder, inner, { isQuoted: true });
      return undefined;
    case 'SimpleExpansion':
      return expandSimple(shell, builder, part.text.slice(1), context);
    case 'ParameterExpansion':
      return yield* expandParameter(shell, builder, part, context);
    case 'CommandExpansion':
      return add(yield* substitute(shell, part.script, part.text));
    case 'ArithmeticExpansion':
      return add(yield* arithmetic(shell, part));
    case 'BraceExpansion':
    case 'ExtendedGlob':
      return addPlain(builder, part.text, context);
    case 'ProcessSubstitution':
      if (part.operator === '<')
        return builder.addQuoted(yield* substituteFile(shell, part.script, part.text));
      throw new ShellError(`${part.text}: only <(…) is supported; pipe into the command instead`);
  }
}

/** A mistake in arithmetic gives up the whole line. */
function* arithmetic(shell: Shell, part: ArithmeticExpansionPart): Steps<string> {
  try {
    return String(yield* evaluateArithmetic(shell, part.expression, part.text));
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    throw new ShellError(error.message, { code: error.code, isFatal: true });
  }
}

function addPlain(builder: FieldBuilder, text: string, context: PartContext): void {
  if (context.isQuoted) builder.addQuoted(text);
  else builder.addLiteral(text);
}

interface LiteralContext extends PartContext {
  /** A `~` may stand at its beginning. */
  readonly hasTilde: boolean;
  /** It is the whole word. */
  readonly isAlone: boolean;
  readonly isAssignment: boolean;
}

/** Literal text with its backslashes: an escaped character counts as quoted. */
function addLiteralText(shell: Shell, builder: FieldBuilder, source: string, context: LiteralContext): void {
  const text = context.hasTilde ? addHome(shell, builder, source, context) : source;
  for (const [piece] of text.matchAll(/\\[\s\S]|[^\\]+|\\$/g)) {
    if (piece === '\\\n') continue;
    if (piece.length === 2 && piece.startsWith('\\')) builder.addQuoted(piece.slice(1));
    else if (context.isOperand === true) builder.addSplit(piece);
    else if (context.isAssignment && piece.includes(':~')) builder.addLiteral(withHomes(shell, piece));
    else builder.addLiteral(piece);
  }
}

/** Adds the home directory for a leading `~` and returns the rest of the text. */
function addHome(shell: Shell, builder: FieldBuilder, text: string, context: LiteralContext): string {
  const end = context.isAssignment ? /^~(?=[/:]|$)/ : /^~(?=\/|$)/;
  const home = getVariable(shell, 'HOME');
  if (home === undefined || !end.test(text) || (text === '~' && !context.isAlone)) return text;
  builder.addQuoted(home);
  return text.slice(1);
}

function withHomes(shell: Shell, text: string): string {
  return text.replace(/:~(?=[/:]|$)/g, `:${getVariable(shell, 'HOME') ?? '~'}`);
}

/** The words that a word with braces stands for; parsed once. */
function wordsInBraces(word: Word): readonly Word[] {
  if (!word.text.includes('{') || word.parts?.some((part) => part.type === 'BraceExpansion') !== true)
    return [word];
  const known = bracedWords.get(word);
  if (known !== undefined) return known;
  const words = expandBraces(word.text).flatMap((text) => (text === '' ? [] : wordFrom(text)));
  bracedWords.set(word, words);
  return words;
}

function wordFrom(text: string): readonly Word[] {
  const command = parse(`: ${text}`).commands[0]?.command;
  if (command?.type !== 'Command') throw new ShellError(`${text}: bad brace expansion`);
  return command.suffix.filter((part) => part.type === 'Word');
}
