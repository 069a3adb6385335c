// jq programs into trees, by precedence: `|`, `,`, `//`, assignments, `or`, `and`, comparisons, `+ -`, `* / %`, postfix.
import type { Filter, Pattern } from './filter.ts';
import { identity } from './filter.ts';
import { isFunction } from './functions.ts';
import { JqSyntaxError } from './jq-error.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';

const depthMax = 200;

/** Reads a program that may use these variables. Throws `JqSyntaxError`. */
export function parseJq(text: string, variables: Iterable<string> = []): Filter {
  return parseTokens(tokensOf(text), new Set(['ENV', ...variables]), 0);
}

function parseTokens(tokens: readonly Token[], variables: ReadonlySet<string>, depth: number): Filter {
  const parser = new Parser(tokens, new Set(variables), depth);
  if (tokens.length === 0) return identity;
  const filter = parser.pipe();
  parser.end();
  return filter;
}

/** Binary operators from loose to tight, with how they group. */
const levels: readonly (readonly [signs: readonly string[], groups: 'left' | 'right' | 'none'])[] = [
  [['//'], 'right'],
  [['=', '|=', '+=', '-=', '*=', '/=', '%=', '//='], 'none'],
  [['or'], 'left'],
  [['and'], 'left'],
  [['==', '!=', '<', '<=', '>', '>='], 'none'],
  [['+', '-'], 'left'],
  [['*', '/', '%'], 'left'],
];

const notSupported = new Set(['def', 'foreach', 'label', 'import', 'include']);
const keywords = new Set([...['as', 'then', 'else', 'elif', 'end', 'and', 'or', 'catch'], ...notSupported]);

class Parser {
  readonly #tokens: readonly Token[];
  readonly #variables: Set<string>;
  #at = 0;
  #depth: number;

  constructor(tokens: readonly Token[], variables: Set<string>, depth: number) {
    this.#tokens = tokens;
    this.#variables = variables;
    this.#depth = depth;
  }

  end(): void {
    if (this.#at < this.#tokens.length) throw unexpected(this.#tokens[this.#at]);
  }

  pipe(): Filter {
    this.#depth += 1;
    if (this.#depth > depthMax) throw new JqSyntaxError('syntax error, nested too deep');
    const left = this.#comma();
    const filter: Filter = this.#takes('|') ? { is: 'pipe', left, right: this.pipe() } : left;
    this.#depth -= 1;
    return filter;
  }

  #comma(): Filter {
    let left = this.#binary(0);
    while (this.#takes(',')) left = { is: 'comma', left, right: this.#binary(0) };
    return left;
  }

  #binary(level: number): Filter {
    const [signs, groups] = levels[level] ?? [];
    if (signs === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (let name = this.#takesOne(signs); name !== undefined; name = this.#takesOne(signs)) {
      const right = this.#binary(groups === 'right' ? level : level + 1);
      left = { is: 'operator', name, left, right };
      if (groups !== 'left') break;
    }
    return left;
  }

  #unary(): Filter {
    return this.#takes('-') ? { is: 'negate', body: this.#postfix() } : this.#postfix();
  }

  #postfix(): Filter {
    let filter = this.#term();
    for (;;) {
      const token = this.#peek();
      if (token?.is === 'field') {
        this.#at += 1;
        filter = { is: 'index', target: filter, key: { is: 'literal', value: token.name } };
      } else if (this.#takes('?')) {
        filter = forgiving(filter);
      } else if (this.#isSign('.') && this.#tokens[this.#at + 1]?.is === 'string') {
        this.#at += 1;
        filter = { is: 'index', target: filter, key: this.#string() };
      } else if (this.#isSign('.') && this.#isSign('[', 1)) {
        this.#at += 1;
      } else if (this.#takes('[')) {
        filter = this.#bracket(filter);
      } else if (this.#takes('as')) {
        return this.#binding(filter);
      } else return filter;
    }
  }

  #binding(source: Filter): Filter {
    const pattern = this.#pattern();
    this.#expect('|');
    return { is: 'bind', source, pattern, body: this.pipe() };
  }

  #bracket(target: Filter): Filter {
    if (this.#takes(']')) return { is: 'iterate', target };
    if (this.#takes(':')) {
      const to = this.pipe();
      this.#expect(']');
      return { is: 'slice', target, to };
    }
    const key = this.pipe();
    if (this.#takes(']')) return { is: 'index', target, key };
    this.#expect(':');
    if (this.#takes(']')) return { is: 'slice', target, from: key };
    const to = this.pipe();
    this.#expect(']');
    return { is: 'slice', target, from: key, to };
  }

  #term(): Filter {
    const token = this.#peek();
    if (token === undefined) throw unexpected(token);
    if (token.is === 'string') return this.#string();
    this.#at += 1;
    switch (token.is) {
      case 'number':
        return { is: 'literal', value: token.value };
      case 'field':
        return { is: 'index', target: identity, key: { is: 'literal', value: token.name } };
      case 'variable':
        if (!this.#variables.has(token.name)) throw new JqSyntaxError(`$${token.name} is not defined`);
        return { is: 'variable', name: token.name };
      case 'format':
        return this.#peek()?.is === 'string' ? this.#string(token.name) : { is: 'format', name: token.name };
      case 'word':
        return this.#word(token.text);
      default:
        return this.#group(token);
    }
  }

  #group(token: Token & { readonly is: 'sign' }): Filter {
    if (token.text === '.') {
      if (this.#peek()?.is === 'string') return { is: 'index', target: identity, key: this.#string() };
      return identity;
    }
    if (token.text === '..') return { is: 'recurse' };
    if (token.text === '(') {
      const body = this.pipe();
      this.#expect(')');
      return body;
    }
    if (token.text === '[') {
      if (this.#takes(']')) return { is: 'array' };
      const body = this.pipe();
      this.#expect(']');
      return { is: 'array', body };
    }
    if (token.text === '{') return this.#object();
    throw unexpected(token);
  }

  #word(text: string): Filter {
    if (text === 'if') return this.#if();
    if (text === 'try') {
      const body = this.#postfix();
      return this.#takes('catch') ? { is: 'try', body, otherwise: this.#postfix() } : { is: 'try', body };
    }
    if (text === 'reduce') return this.#reduce();
    if (notSupported.has(text)) throw new JqSyntaxError(`petset does not simulate ${text} in jq`);
    if (keywords.has(text)) throw unexpected({ is: 'word', text });
    if (text === 'null') return { is: 'literal', value: null };
    if (text === 'true' || text === 'false') return { is: 'literal', value: text === 'true' };
    const args: Filter[] = [];
    if (this.#takes('(')) {
      do args.push(this.pipe());
      while (this.#takes(';'));
      this.#expect(')');
    }
    if (!isFunction(text, args.length)) throw new JqSyntaxError(`${text}/${args.length} is not defined`);
    return { is: 'call', name: text, args };
  }

  #if(): Filter {
    const test = this.pipe();
    this.#expect('then');
    const yes = this.pipe();
    if (this.#takes('elif')) return { is: 'if', test, yes, no: this.#if() };
    const no = this.#takes('else') ? this.pipe() : identity;
    this.#expect('end');
    return { is: 'if', test, yes, no };
  }

  #reduce(): Filter {
    // The source is a term: its `as` belongs to the reduce.
    const source = this.#sourceTerm();
    const pattern = this.#pattern();
    this.#expect('(');
    const start = this.pipe();
    this.#expect(';');
    const update = this.pipe();
    this.#expect(')');
    return { is: 'reduce', source, pattern, start, update };
  }

  #sourceTerm(): Filter {
    const from = this.#at;
    let depth = 0;
    for (; this.#at < this.#tokens.length; this.#at++) {
      if (this.#isSign('(') || this.#isSign('[') || this.#isSign('{')) depth += 1;
      if (this.#isSign(')') || this.#isSign(']') || this.#isSign('}')) depth -= 1;
      const token = this.#peek();
      if (depth === 0 && token?.is === 'word' && token.text === 'as') break;
    }
    const source = parseTokens(this.#tokens.slice(from, this.#at), this.#variables, this.#depth);
    this.#expect('as');
    return source;
  }

  #pattern(): Pattern {
    const token = this.#peek();
    if (token?.is === 'variable') {
      this.#at += 1;
      this.#variables.add(token.name);
      return { is: 'variable', name: token.name };
    }
    if (this.#takes('[')) {
      const items: Pattern[] = [];
      do items.push(this.#pattern());
      while (this.#takes(','));
      this.#expect(']');
      return { is: 'array', items };
    }
    this.#expect('{');
    const members: [string, Pattern][] = [];
    do members.push(this.#patternMember());
    while (this.#takes(','));
    this.#expect('}');
    return { is: 'object', members };
  }

  #patternMember(): [string, Pattern] {
    const token = this.#peek();
    if (token?.is === 'variable') return [token.name, this.#pattern()];
    if (token?.is !== 'word') throw unexpected(token);
    this.#at += 1;
    this.#expect(':');
    return [token.text, this.#pattern()];
  }

  #object(): Filter {
    const members: [Filter, Filter][] = [];
    if (this.#takes('}')) return { is: 'object', members };
    do members.push(this.#member());
    while (this.#takes(','));
    this.#expect('}');
    return { is: 'object', members };
  }

  #member(): [Filter, Filter] {
    const token = this.#peek();
    let key: Filter;
    if (token?.is === 'variable') {
      const value = this.#term();
      return [{ is: 'literal', value: token.name }, value];
    }
    if (token?.is === 'string') key = this.#string();
    else if (token?.is === 'word' || token?.is === 'number') {
      this.#at += 1;
      key = { is: 'literal', value: token.is === 'word' ? token.text : String(token.value) };
    } else if (this.#takes('(')) {
      key = this.pipe();
      this.#expect(')');
    } else throw unexpected(token);
    if (!this.#takes(':')) return [key, { is: 'index', target: identity, key }];
    let value = this.#binary(2);
    while (this.#takes('|')) value = { is: 'pipe', left: value, right: this.#binary(2) };
    return [key, value];
  }

  #string(format = 'text'): Filter {
    const token = this.#peek();
    if (token?.is !== 'string') throw unexpected(token);
    this.#at += 1;
    const parts = token.parts.map((part) =>
      typeof part === 'string' ? part : parseTokens(part, this.#variables, this.#depth + 1),
    );
    if (parts.every((part) => typeof part === 'string')) return { is: 'literal', value: parts.join('') };
    return { is: 'string', parts, format };
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #isSign(text: string, ahead = 0): boolean {
    const token = this.#tokens[this.#at + ahead];
    return token?.is === 'sign' && token.text === text;
  }

  #takes(text: string): boolean {
    const token = this.#peek();
    const isIt = (token?.is === 'sign' || token?.is === 'word') && token.text === text;
    if (isIt) this.#at += 1;
    return isIt;
  }

  #takesOne(texts: readonly string[]): string | undefined {
    return texts.find((text) => this.#takes(text));
  }

  #expect(text: string): void {
    if (!this.#takes(text)) throw unexpected(this.#peek());
  }
}

/** `?` forgives the last step only: what leads to it may give more values yet. */
function forgiving(filter: Filter): Filter {
  if (filter.is !== 'iterate' && !(filter.is === 'index' && filter.key.is === 'literal'))
    return { is: 'try', body: filter };
  const { target } = filter;
  return { is: 'pipe', left: target, right: { is: 'try', body: { ...filter, target: identity } } };
}

function unexpected(token: Token | undefined): JqSyntaxError {
  return new JqSyntaxError(`syntax error, unexpected ${token === undefined ? 'end of file' : nameOf(token)}`);
}

function nameOf(token: Token): string {
  switch (token.is) {
    case 'number':
      return 'LITERAL';
    case 'string':
      return 'QQSTRING_START';
    case 'field':
      return 'FIELD';
    case 'variable':
      return "'$'";
    case 'format':
      return 'FORMAT';
    case 'word':
      return keywords.has(token.text) ? token.text : 'IDENT';
    default:
      return token.text.length === 1 ? `'${token.text}'` : token.text;
  }
}
