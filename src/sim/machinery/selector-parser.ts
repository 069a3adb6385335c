// Reads selector strings, as after `kubectl get -l`:
//
//   app=web,tier!=db,env in (prod,dev),!canary,weight>3
//
// A grammar of commas, words and marks; `in` and `notin` are words that mean something after a key only.
import { invalid, NO_PATH, renderFieldError, renderFieldErrors } from './field-error.ts';
import { compareText } from './go-text.ts';
import type { Operator, Requirement, Selector } from './labels.ts';
import { createSelector, validateRequirement } from './labels.ts';
import { qualifiedName } from './names.ts';
import type { Result } from './result.ts';
import { failure, success } from './result.ts';

/** Reads a selector string; the empty one matches everything. The error is what kubectl says of it. */
export function parseSelector(text: string): Result<Selector> {
  try {
    return success(createSelector(new Parser(text).parse()));
  } catch (error) {
    if (error instanceof SelectorSyntaxError) return failure(error.message);
    throw error;
  }
}

class SelectorSyntaxError extends Error {}

type Mark = '(' | ')' | ',' | '!' | '=' | '==' | '!=' | '<' | '>';

interface Token {
  readonly kind: Mark | 'word' | 'end';
  /** As written; '' at the end. */
  readonly text: string;
}

const END: Token = { kind: 'end', text: '' };
const TOKEN = /[ \t\r\n]*(?:(==|!=|[=!(),<>])|([^ \t\r\n=!(),<>\0]+))/y;

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['in', 'in'],
  ['notin', 'notin'],
  ['=', '='],
  ['==', '=='],
  ['!=', '!='],
  ['>', 'gt'],
  ['<', 'lt'],
]);

class Parser {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  parse(): Requirement[] {
    const requirements: Requirement[] = [];
    for (;;) {
      const next = this.peek();
      if (next.kind === 'end') return requirements;
      if (!startsRequirement(next)) throw unexpected(next, ", expected: !, identifier, or 'end of string'");
      requirements.push(this.requirement());
      const separator = this.take();
      if (separator.kind === 'end') return requirements;
      if (separator.kind !== ',') throw unexpected(separator, ", expected: ',' or 'end of string'");
      if (!startsRequirement(this.peek())) throw unexpected(this.peek(), ", expected: identifier after ','");
    }
  }

  private requirement(): Requirement {
    try {
      const requirement = this.keyOperatorValues();
      const errors = validateRequirement(requirement);
      if (errors.length > 0) throw new SelectorSyntaxError(renderFieldErrors(errors));
      return requirement;
    } catch (error) {
      if (!(error instanceof SelectorSyntaxError)) throw error;
      throw new SelectorSyntaxError(`unable to parse requirement: ${error.message}`);
    }
  }

  private keyOperatorValues(): Requirement {
    const isNegated = this.peek().kind === '!';
    if (isNegated) this.take();
    const key = this.key();
    if (isNegated) return { key, operator: '!', values: [] };
    const next = this.peek().kind;
    if (next === 'end' || next === ',') return { key, operator: 'exists', values: [] };
    const operator = this.operator();
    const values = operator === 'in' || operator === 'notin' ? this.valueList() : [this.exactValue()];
    return { key, operator, values };
  }

  private key(): string {
    const token = this.take();
    if (token.kind !== 'word') throw unexpected(token, ', expected: identifier');
    const messages = qualifiedName(token.text);
    if (messages.length === 0) return token.text;
    throw new SelectorSyntaxError(renderFieldError(invalid(NO_PATH, token.text, messages.join('; '))));
  }

  private operator(): Operator {
    const token = this.take();
    const operator = OPERATORS.get(token.text);
    if (operator === undefined) throw unexpected(token, ', expected: in, notin, =, ==, !=, gt, lt');
    return operator;
  }

  private exactValue(): string {
    const next = this.peek();
    if (next.kind === 'end' || next.kind === ',') return '';
    if (next.kind !== 'word') throw unexpected(next, ', expected: identifier');
    return this.take().text;
  }

  private valueList(): string[] {
    const open = this.take();
    if (open.kind !== '(') throw unexpected(open, " expected: '('");
    const first = this.peek();
    if (first.kind !== 'word' && first.kind !== ',' && first.kind !== ')') {
      throw unexpected(first, ", expected: ',', ')' or identifier");
    }
    const values = first.kind === ')' ? new Set(['']) : this.valuesUntilClose();
    this.take(); // the closing parenthesis
    return [...values].sort(compareText);
  }

  /** Values between commas; nothing before, between or after commas is the empty value. */
  private valuesUntilClose(): Set<string> {
    const values = new Set<string>();
    for (;;) {
      const token = this.take();
      if (token.kind === 'word') {
        values.add(token.text);
        const next = this.peek();
        if (next.kind === ')') return values;
        if (next.kind !== ',') throw unexpected(next, ", expected: ',' or ')'");
      } else if (token.kind === ',') {
        if (values.size === 0) values.add('');
        const next = this.peek();
        if (next.kind === ')') return values.add('');
        if (next.kind === ',') {
          this.take();
          values.add('');
        }
      } else throw unexpected(token, ", expected: ',', or identifier");
    }
  }

  private peek(): Token {
    return this.tokens[this.position] ?? END;
  }

  private take(): Token {
    const token = this.peek();
    this.position++;
    return token;
  }
}

function startsRequirement({ kind }: Token): boolean {
  return kind === 'word' || kind === '!';
}

function unexpected({ text }: Token, expectation: string): SelectorSyntaxError {
  return new SelectorSyntaxError(`found '${text}'${expectation}`);
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [, mark, word] = match;
    tokens.push(
      word === undefined ? { kind: mark as Mark, text: mark as string } : { kind: 'word', text: word },
    );
  }
  return tokens;
}
