// `[[ … ]]`.
import type { TestBinaryExpression, TestExpression } from 'unbash';
import { compileRegex, RegexError } from '../regex/regex.ts';
import { evaluateArithmeticText } from './arithmetic.ts';
import { ShellError } from './completion.ts';
import { compilePattern, matches } from './glob.ts';
import type { Shell, Steps } from './shell-state.ts';
import {
  binaryTests,
  compareNumbers,
  numberTests,
  testBinary,
  testUnary,
  unaryTests,
} from './test-primaries.ts';
import { setVariable } from './variables.ts';
import { expandPattern, expandText } from './words.ts';

/** Evaluates the expression: 0 true, 1 false. */
export function* runTest(shell: Shell, expression: TestExpression): Steps {
  return (yield* evaluate(shell, expression)) ? 0 : 1;
}

function* evaluate(shell: Shell, expression: TestExpression): Steps<boolean> {
  switch (expression.type) {
    case 'TestGroup':
      return yield* evaluate(shell, expression.expression);
    case 'TestNot':
      return (yield* evaluate(shell, expression.operand)) !== (expression.negations.length % 2 === 1);
    case 'TestLogical': {
      const isAnd = expression.operator === '&&';
      for (const operand of expression.operands) {
        if ((yield* evaluate(shell, operand)) !== isAnd) return !isAnd;
      }
      return isAnd;
    }
    case 'TestUnary':
      if (!unaryTests.has(expression.operator)) throw unsupported(expression.operator);
      return testUnary(shell, expression.operator, yield* expandText(shell, expression.operand));
    case 'TestBinary':
      return yield* evaluateBinary(shell, expression);
  }
}

function* evaluateBinary(shell: Shell, { left, operator, right }: TestBinaryExpression): Steps<boolean> {
  const text = yield* expandText(shell, left);
  if (operator === '=' || operator === '==' || operator === '!=') {
    const isMatch = matches(compilePattern(yield* expandPattern(shell, right)), text);
    return isMatch === (operator !== '!=');
  }
  if (operator === '=~') return matchesRegex(shell, text, yield* expandPattern(shell, right));
  const other = yield* expandText(shell, right);
  if (numberTests.has(operator)) {
    const [a, b] = [yield* evaluateArithmeticText(shell, text), yield* evaluateArithmeticText(shell, other)];
    return compareNumbers(operator, a, b);
  }
  if (!binaryTests.has(operator)) throw unsupported(operator);
  return testBinary(shell, text, operator, other);
}

/** `=~`: what was quoted is literal; the groups go to BASH_REMATCH. */
function matchesRegex(shell: Shell, text: string, pattern: string): boolean {
  try {
    const match = compileRegex(pattern, { syntax: 'extended' }).exec(text);
    const found =
      match === undefined
        ? []
        : [text.slice(match.start, match.end), ...match.groups.map((group) => group ?? '')];
    setVariable(shell, 'BASH_REMATCH', found);
    return match !== undefined;
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    throw new ShellError(`[[: ${pattern}: ${error.message}`, { code: 2 });
  }
}

function unsupported(operator: string): ShellError {
  return new ShellError(`[[: ${operator}: unsupported test`, { code: 2 });
}
