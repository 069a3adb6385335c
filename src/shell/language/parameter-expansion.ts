// Parameters: `$x`, `${x:-default}`, `${x#pattern}`, `${#x}`, `$@`, `$?` …
import type { ParameterExpansionPart, ParameterOperation, Word } from 'unbash';
import { evaluateArithmeticText } from './arithmetic.ts';
import { ShellError } from './completion.ts';
import type { FieldBuilder, PartContext } from './fields.ts';
import { compilePattern, matches, removeMatch, replaceMatches } from './glob.ts';
import type { ParameterValue } from './parameters.ts';
import { parameterValue } from './parameters.ts';
import type { Shell, Steps } from './shell-state.ts';
import { separatorsOf, setElement, setVariable } from './variables.ts';

/** `$x`: adds the value of a parameter without any operation. */
export function expandSimple(shell: Shell, builder: FieldBuilder, name: string, context: PartContext): void {
  const value = parameterValue(shell, name, undefined);
  checkIsSet(shell, name, value);
  addValue(shell, builder, value, context);
}

/** `${…}`. */
export function* expandParameter(
  shell: Shell,
  builder: FieldBuilder,
  part: ParameterExpansionPart,
  context: PartContext,
): Steps<void> {
  const { operation, prefix } = part;
  const index = part.index === undefined ? undefined : yield* subscript(shell, part.index);
  if (prefix === '!') return addValue(shell, builder, indirect(shell, part, index), context);
  const value = parameterValue(shell, part.parameter, index);
  if (prefix === '#') {
    checkIsSet(shell, part.parameter, value);
    const length =
      value.isList && index !== undefined && typeof index === 'string' ? value.texts.length : lengthOf(value);
    return addValue(shell, builder, single(String(length)), context);
  }
  if (operation?.type === 'Default')
    return yield* expandDefault(shell, builder, part, value, operation, context);
  checkIsSet(shell, part.parameter, value);
  const result = operation === undefined ? value : yield* operate(shell, part, value, operation);
  addValue(shell, builder, result, context);
}

function lengthOf(value: ParameterValue): number {
  return value.isList ? value.texts.length : (value.texts[0] ?? '').length;
}

function single(text: string): ParameterValue {
  return { texts: [text], isList: false, isJoined: false };
}

/** `@`, `*` or a number. */
function* subscript(shell: Shell, index: Word): Steps<number | '@' | '*'> {
  if (index.text === '@' || index.text === '*') return index.text;
  return Number(yield* evaluateArithmeticText(shell, yield* shell.engine.expandText(shell, index)));
}

/** `${!name}` is the value of the variable that `name` names; `${!a[@]}` are the indices of an array. */
function indirect(
  shell: Shell,
  part: ParameterExpansionPart,
  index: number | '@' | '*' | undefined,
): ParameterValue {
  if (part.operation !== undefined) {
    throw new ShellError(`${part.text}: this form of indirect expansion is not supported`);
  }
  if (typeof index === 'string') {
    const value = shell.variables.get(part.parameter)?.value;
    const indices = Array.isArray(value) ? Object.keys(value) : value === undefined ? [] : ['0'];
    return { texts: indices, isList: true, isJoined: index === '*' };
  }
  const name = parameterValue(shell, part.parameter, index).texts[0];
  if (name === undefined || name === '') throw new ShellError(`${part.text}: invalid indirect expansion`);
  return parameterValue(shell, name, undefined);
}

function checkIsSet(shell: Shell, name: string, value: ParameterValue): void {
  if (value.texts.length > 0 || value.isList || !shell.options.has('nounset')) return;
  const words = shell.dialect === 'bash' ? 'unbound variable' : 'parameter not set';
  throw new ShellError(`${name}: ${words}`, { isFatal: true, code: shell.dialect === 'bash' ? 127 : 2 });
}

function addValue(shell: Shell, builder: FieldBuilder, value: ParameterValue, context: PartContext): void {
  const separators = separatorsOf(shell);
  if (!value.isList) {
    const text = value.texts[0] ?? '';
    if (context.isQuoted) builder.addQuoted(text);
    else builder.addSplit(text);
  } else if (context.isQuoted && value.isJoined) builder.addQuoted(value.texts.join(separators[0] ?? ''));
  else {
    for (const [i, text] of value.texts.entries()) {
      if (i > 0) builder.endField();
      if (context.isQuoted) builder.addQuoted(text);
      else builder.addSplit(text);
    }
  }
}

type Default = Extract<ParameterOperation, { type: 'Default' }>;

/** `-`, `=`, `+` and `?`, each with or without the colon that makes empty count as unset. */
function* expandDefault(
  shell: Shell,
  builder: FieldBuilder,
  part: ParameterExpansionPart,
  value: ParameterValue,
  { operator, operand }: Default,
  context: PartContext,
): Steps<void> {
  const isSet = value.texts.length > 0 && (!operator.startsWith(':') || value.texts.join('') !== '');
  const kind = operator.at(-1);
  if (kind === '+' ? !isSet : isSet) {
    if (kind !== '+') addValue(shell, builder, value, context);
    else if (context.isQuoted) builder.addQuoted('');
    return;
  }
  if (kind === '-' || kind === '+') return yield* addOperand(shell, builder, operand, context);
  const text = yield* shell.engine.expandText(shell, operand);
  if (kind === '?') {
    const because =
      text === '' ? (operator === ':?' ? 'parameter null or not set' : 'parameter not set') : text;
    throw new ShellError(`${part.parameter}: ${because}`, {
      isFatal: true,
      code: shell.dialect === 'bash' ? 127 : 2,
    });
  }
  const index = part.index === undefined ? undefined : yield* subscript(shell, part.index);
  if (typeof index === 'number') setElement(shell, part.parameter, index, text);
  else setVariable(shell, part.parameter, text);
  addValue(shell, builder, single(text), context);
}

function* addOperand(shell: Shell, builder: FieldBuilder, operand: Word, context: PartContext): Steps<void> {
  if (context.isQuoted && operand.parts === undefined) {
    // Within double quotes a backslash keeps its place before most characters.
    builder.addQuoted(operand.text.replace(/\\([$`"\\}])/g, '$1'));
  } else if (context.isQuoted) yield* shell.engine.expandInto(shell, builder, operand, { isQuoted: true });
  else yield* shell.engine.expandInto(shell, builder, operand, { isQuoted: false, isOperand: true });
}

/** Operations that work on each text of a value. */
function* operate(
  shell: Shell,
  part: ParameterExpansionPart,
  value: ParameterValue,
  operation: Exclude<ParameterOperation, Default>,
): Steps<ParameterValue> {
  switch (operation.type) {
    case 'Remove': {
      const pattern = yield* shell.engine.expandPattern(shell, operation.operand);
      const from = operation.operator.startsWith('#') ? 'start' : 'end';
      return mapped(value, (text) => removeMatch(text, pattern, from, operation.operator.length === 2));
    }
    case 'Replace': {
      const pattern = yield* shell.engine.expandPattern(shell, operation.pattern);
      const replacement = yield* shell.engine.expandText(shell, operation.replacement);
      return mapped(value, (text) => replaceMatches(text, pattern, replacement, operation.operator));
    }
    case 'Slice': {
      const offset = yield* evaluateArithmeticText(
        shell,
        yield* shell.engine.expandText(shell, operation.offset),
      );
      const length =
        operation.length === undefined
          ? undefined
          : yield* evaluateArithmeticText(shell, yield* shell.engine.expandText(shell, operation.length));
      return slice(shell, part, value, offset, length);
    }
    case 'CaseModification': {
      const pattern =
        operation.operand === undefined ? '?' : yield* shell.engine.expandPattern(shell, operation.operand);
      return mapped(value, (text) => changeCase(text, operation.operator, pattern));
    }
    case 'Transform':
      if (operation.operand.text === 'Q') return mapped(value, quoted);
      if (operation.operand.text === 'U') return mapped(value, (text) => text.toUpperCase());
      if (operation.operand.text === 'L') return mapped(value, (text) => text.toLowerCase());
      throw new ShellError(`${part.text}: this transformation is not supported`);
    default:
      throw new ShellError(`${part.text}: bad substitution`, { isFatal: true });
  }
}

function mapped(value: ParameterValue, change: (text: string) => string): ParameterValue {
  return { ...value, texts: value.texts.map(change) };
}

function slice(
  shell: Shell,
  part: ParameterExpansionPart,
  value: ParameterValue,
  offset: number,
  length: number | undefined,
): ParameterValue {
  if (value.isList) {
    const isPositional = part.parameter === '@' || part.parameter === '*';
    const all = isPositional ? [shell.name, ...shell.positional] : value.texts;
    const from = offset < 0 ? Math.max(0, all.length + offset) : offset;
    return { ...value, texts: all.slice(from, length === undefined ? undefined : from + length) };
  }
  return mapped(value, (text) => {
    const from = offset < 0 ? text.length + offset : offset;
    if (from < 0) return '';
    const end = length === undefined ? text.length : length < 0 ? text.length + length : from + length;
    if (end < from && length !== undefined && length < 0)
      throw new ShellError(`${length}: substring expression < 0`);
    return text.slice(from, end);
  });
}

function changeCase(text: string, operator: '^' | '^^' | ',' | ',,', pattern: string): string {
  const compiled = compilePattern(pattern);
  const change = (char: string) => (operator.startsWith('^') ? char.toUpperCase() : char.toLowerCase());
  const chars = [...text];
  return chars
    .map((char, i) => ((operator.length === 2 || i === 0) && matches(compiled, char) ? change(char) : char))
    .join('');
}

/** A text written so that the shell reads it back as one word. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
