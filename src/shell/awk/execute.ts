// Does what statements say.
import { Evaluator } from './evaluate.ts';
import { format } from './format.ts';
import type { State } from './state.ts';
import type { Program, Redirection, Rule, Statement } from './syntax.ts';
import { textOf } from './values.ts';

/** How a statement ended: by itself, or by one of the words that leave what they stand in. */
type Leaving = 'break' | 'continue' | 'next' | 'exit' | 'return' | undefined;

export class Interpreter {
  readonly state: State;
  readonly #program: Program;
  readonly #on: Evaluator;
  /** The rules that began at a line and have not yet come to their end. */
  readonly #begun = new Set<Rule>();
  exitCode = 0;
  /** Whether `exit` was said. */
  isOver = false;

  constructor(program: Program, state: State) {
    this.#program = program;
    this.state = state;
    this.#on = new Evaluator(state, (_, name) => {
      state.returned = undefined;
      const body = state.functions.get(name)?.body;
      if (body) this.#run(body);
      return state.returned;
    });
  }

  begin(): void {
    for (const block of this.#program.begin) if (!this.isOver) this.#run(block);
  }

  /** What the rules make of the line at hand. */
  line(): void {
    for (const rule of this.#program.rules) {
      if (!this.#applies(rule)) continue;
      if (rule.action === undefined) this.#print([], undefined);
      else if (this.#run(rule.action) === 'next') return;
      if (this.isOver) return;
    }
  }

  end(): void {
    this.isOver = false;
    for (const block of this.#program.end) if (!this.isOver) this.#run(block);
  }

  #applies(rule: Rule): boolean {
    const { pattern, until } = rule;
    if (pattern === undefined) return true;
    if (until === undefined) return this.#on.isTrue(pattern);
    if (!this.#begun.has(rule) && !this.#on.isTrue(pattern)) return false;
    if (this.#on.isTrue(until)) this.#begun.delete(rule);
    else this.#begun.add(rule);
    return true;
  }

  #run(it: Statement): Leaving {
    this.state.step();
    switch (it.is) {
      case 'expression':
        this.#on.value(it.of);
        return undefined;
      case 'print':
        this.#print(
          it.values.map((value) => this.#on.text(value)),
          it.to,
        );
        return undefined;
      case 'printf': {
        const [pattern = '', ...values] = it.values.map((value) => this.#on.value(value));
        this.#write(format(textOf(pattern), values), it.to);
        return undefined;
      }
      case 'block':
        return this.#runAll(it.statements);
      case 'if':
        if (this.#on.isTrue(it.test)) return this.#run(it.yes);
        return it.no && this.#run(it.no);
      case 'while':
        return this.#loop(it.isTestedLast, () => this.#on.isTrue(it.test), it.body);
      case 'for': {
        const { first, test, next } = it;
        if (first) this.#run(first);
        return this.#loop(
          false,
          () => test === undefined || this.#on.isTrue(test),
          it.body,
          () => next && this.#run(next),
        );
      }
      case 'each':
        return this.#runEach(it.variable, it.name, it.body);
      case 'delete': {
        const table = this.state.table(it.name);
        if (it.keys) table.delete(this.#on.key(it.keys));
        else table.clear();
        return undefined;
      }
      case 'exit':
        if (it.value) this.exitCode = Math.trunc(this.#on.number(it.value)) & 255;
        this.isOver = true;
        return it.is;
      case 'return':
        this.state.returned = it.value && this.#on.value(it.value);
        return it.is;
      default:
        return it.is;
    }
  }

  #runAll(statements: readonly Statement[]): Leaving {
    for (const statement of statements) {
      const leaving = this.#run(statement);
      // A function that was called may have ended all.
      if (leaving !== undefined || this.isOver) return leaving ?? 'exit';
    }
    return undefined;
  }

  #loop(isTestedLast: boolean, test: () => boolean, body: Statement, after?: () => void): Leaving {
    for (let isFirst = true; (isFirst && isTestedLast) || test(); isFirst = false) {
      const leaving = this.#run(body);
      if (leaving === 'break') return undefined;
      if (leaving !== undefined && leaving !== 'continue') return leaving;
      after?.();
    }
    return undefined;
  }

  #runEach(variable: string, name: string, body: Statement): Leaving {
    for (const key of [...this.state.table(name).keys()]) {
      this.state.set(variable, key);
      const leaving = this.#run(body);
      if (leaving === 'break') return undefined;
      if (leaving !== undefined && leaving !== 'continue') return leaving;
    }
    return undefined;
  }

  /** Without values it is the line. */
  #print(values: readonly string[], to: Redirection | undefined): void {
    const text = values.length === 0 ? textOf(this.state.record.get(0)) : values.join(this.state.text('OFS'));
    this.#write(text + this.state.text('ORS'), to);
  }

  #write(text: string, to: Redirection | undefined): void {
    this.state.write(text, to && { name: this.#on.text(to.to), isAppended: to.isAppended });
  }
}
