// What operators make of numbers.
import { AwkError } from './awk-error.ts';
import type { BinaryOperator, Comparison } from './syntax.ts';

/** Throws AwkError for a division by zero. */
export function calculated(operator: BinaryOperator, a: number, b: number): number {
  if ((operator === '/' || operator === '%') && b === 0)
    throw new AwkError(operator === '/' ? 'division by zero' : 'division by zero in %');
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
    case '^':
      return a ** b;
  }
}

/** Whether an order, below 0, 0 or above, is the one that is asked for. */
export function holds(operator: Comparison, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}
