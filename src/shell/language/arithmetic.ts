// Arithmetic: `$((…))`, `((…))`. Whole numbers of 64 bits in bash; here exact within ±2⁵³, beyond which it says so.
import type { ArithmeticBinary, ArithmeticExpression, ArithmeticUnary, ArithmeticWord } from 'unbash';
import { parse } from 'unbash';
import { ShellError } from './completion.ts';
import type { Shell, Steps } from './shell-state.ts';
import { getVariable, isName, setElement, setVariable } from './variables.ts';

const maxDepth = 100;
const assignments: ReadonlySet<string> = new Set([
  '=',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '<<=',
  '>>=',
  '&=',
  '|=',
  '^=',
]);

/** Evaluates a parsed expression; `text` is its source, for messages. An empty one is 0. */
export function* evaluateArithmetic(
  shell: Shell,
  expression: ArithmeticExpression | undefined,
  text: string,
  depth = 0,
): Steps<number> {
  if (expression === undefined) {
    if (/^[$(\s)]*$/.test(text)) return 0;
    throw new ShellError(`${inside(text)}: syntax error in expression`, { isFatal: shell.dialect === 'ash' });
  }
  if (depth > maxDepth) throw new ShellError(`${inside(text)}: expression recursion level exceeded`);
  const recurse = (inner: ArithmeticExpression) => evaluateArithmetic(shell, inner, text, depth + 1);
  switch (expression.type) {
    case 'ArithmeticGroup':
      return yield* recurse(expression.expression);
    case 'ArithmeticTernary':
      return yield* recurse(
        (yield* recurse(expression.test)) !== 0 ? expression.consequent : expression.alternate,
      );
    case 'ArithmeticWord':
      return yield* evaluateWord(shell, expression, text, depth);
    case 'ArithmeticUnary':
      return yield* evaluateUnary(shell, expression, recurse);
    case 'ArithmeticBinary':
      return yield* evaluateBinary(shell, expression, text, recurse);
    case 'ArithmeticCommandExpansion': {
      const result = yield* shell.engine.expandBody(shell, [{ ...expression, type: 'CommandExpansion' }]);
      return yield* evaluateArithmeticText(shell, result, depth + 1);
    }
  }
}

/** Evaluates an expression given as text: a subscript, an argument of `let`, the value of a variable. */
export function* evaluateArithmeticText(shell: Shell, text: string, depth = 0): Steps<number> {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  if (/^[+-]?(0|[1-9]\d*)$/.test(trimmed)) return Number(trimmed);
  const script = parse(`((${trimmed}))`);
  const command = script.commands[0]?.command;
  if (
    command?.type !== 'ArithmeticCommand' ||
    command.expression === undefined ||
    script.errors !== undefined
  ) {
    throw new ShellError(`${trimmed}: syntax error in expression`);
  }
  return yield* evaluateArithmetic(shell, command.expression, trimmed, depth + 1);
}

type Recurse = (inner: ArithmeticExpression) => Steps<number>;

function* evaluateWord(shell: Shell, word: ArithmeticWord, text: string, depth: number): Steps<number> {
  const value = word.value.trim();
  // The text is expanded first, as within double quotes, and what comes out is an expression again.
  if (word.parts !== undefined)
    return yield* evaluateArithmeticText(shell, yield* shell.engine.expandBody(shell, word.parts), depth + 1);
  if (/[$`"']/.test(value))
    return yield* evaluateArithmeticText(shell, yield* expandQuoted(shell, value), depth + 1);
  const number = parseNumber(value);
  if (number !== undefined) return number;
  const element = /^([A-Za-z_]\w*)\[(.*)\]$/s.exec(value);
  if (element !== null) {
    const index = yield* evaluateArithmeticText(shell, element[2] as string, depth + 1);
    const held = shell.variables.get(element[1] as string)?.value;
    return yield* evaluateArithmeticText(
      shell,
      (Array.isArray(held) ? held.at(index) : held) ?? '',
      depth + 1,
    );
  }
  if (!isName(value))
    throw new ShellError(`${inside(text)}: syntax error: operand expected (error token is "${value}")`);
  const held = getVariable(shell, value);
  if (held === undefined && shell.options.has('nounset'))
    throw new ShellError(`${value}: unbound variable`, { isFatal: true });
  return yield* evaluateArithmeticText(shell, held ?? '', depth + 1);
}

function* expandQuoted(shell: Shell, text: string): Steps<string> {
  const command = parse(`: "${text.replaceAll('"', '')}"`).commands[0]?.command;
  const word = command?.type === 'Command' ? command.suffix[0] : undefined;
  return word?.type === 'Word' ? yield* shell.engine.expandText(shell, word) : text;
}

function parseNumber(text: string): number | undefined {
  if (/^0[xX][0-9a-fA-F]+$/.test(text)) return Number(text);
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8);
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  const based = /^(\d+)#([0-9a-zA-Z]+)$/.exec(text);
  if (based !== null && Number(based[1]) >= 2 && Number(based[1]) <= 36) {
    const number = Number.parseInt(based[2] as string, Number(based[1]));
    if (!Number.isNaN(number)) return number;
  }
  if (/^\d/.test(text)) throw new ShellError(`${text}: value too great for base (error token is "${text}")`);
  return undefined;
}

function* evaluateUnary(
  shell: Shell,
  { operator, operand, prefix }: ArithmeticUnary,
  recurse: Recurse,
): Steps<number> {
  const value = yield* recurse(operand);
  if (operator === '++' || operator === '--') {
    const changed = value + (operator === '++' ? 1 : -1);
    yield* assign(shell, operand, changed);
    return prefix ? changed : value;
  }
  if (operator === '-') return value === 0 ? 0 : -value;
  if (operator === '!') return value === 0 ? 1 : 0;
  if (operator === '~') return -value - 1;
  return value;
}

function* evaluateBinary(
  shell: Shell,
  node: ArithmeticBinary,
  text: string,
  recurse: Recurse,
): Steps<number> {
  const { operator, left, right } = node;
  if (operator === '&&') return (yield* recurse(left)) !== 0 && (yield* recurse(right)) !== 0 ? 1 : 0;
  if (operator === '||') return (yield* recurse(left)) !== 0 || (yield* recurse(right)) !== 0 ? 1 : 0;
  if (operator === '=') return yield* assign(shell, left, yield* recurse(right));
  const [a, b] = [yield* recurse(left), yield* recurse(right)];
  const isAssignment = assignments.has(operator);
  const result = calculate(isAssignment ? operator.slice(0, -1) : operator, a, b, inside(text));
  return isAssignment ? yield* assign(shell, left, result) : result;
}

function* assign(shell: Shell, target: ArithmeticExpression, value: number): Steps<number> {
  const name = target.type === 'ArithmeticWord' ? target.value.trim() : '';
  const element = /^([A-Za-z_]\w*)\[(.*)\]$/s.exec(name);
  if (element !== null) {
    const index = yield* evaluateArithmeticText(shell, element[2] as string);
    setElement(shell, element[1] as string, index, String(value));
  } else if (isName(name)) setVariable(shell, name, String(value));
  else throw new ShellError(`${name}: attempted assignment to non-variable`);
  return value;
}

function calculate(operator: string, a: number, b: number, text: string): number {
  const result = operate(operator, a, b, text);
  if (!Number.isSafeInteger(result)) throw new ShellError(`${text}: result too large to be exact`);
  return result === 0 ? 0 : result;
}

function operate(operator: string, a: number, b: number, text: string): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '**':
      return power(a, b, text);
    case '/':
      return Math.trunc(a / divisor(b, text));
    case '%':
      return a % divisor(b, text);
    case '<':
      return Number(a < b);
    case '>':
      return Number(a > b);
    case '<=':
      return Number(a <= b);
    case '>=':
      return Number(a >= b);
    case '==':
      return Number(a === b);
    case '!=':
      return Number(a !== b);
    case '&':
      return Number(BigInt(a) & BigInt(b));
    case '|':
      return Number(BigInt(a) | BigInt(b));
    case '^':
      return Number(BigInt(a) ^ BigInt(b));
    case '<<':
      return Number(BigInt.asIntN(64, BigInt(a) << BigInt(b & 63)));
    case '>>':
      return Number(BigInt(a) >> BigInt(b & 63));
    case ',':
      return b;
    default:
      throw new ShellError(`${text}: syntax error: ${operator} is not supported`);
  }
}

function divisor(value: number, text: string): number {
  if (value === 0) throw new ShellError(`${text}: division by 0 (error token is "0")`);
  return value;
}

function power(a: number, b: number, text: string): number {
  if (b < 0) throw new ShellError(`${text}: exponent less than 0 (error token is "${-b}")`);
  return a ** b;
}

function inside(text: string): string {
  return text.replace(/^\$?\(\(\s*/, '').replace(/\s*\)\)$/, '');
}
