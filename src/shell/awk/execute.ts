// Does what statements say.
import type { Steps } from '../language/shell-state.ts';
import { Evaluator } from './evaluate.ts';
import { format } from './format.ts';
import { Leave } from './leave.ts';
import { joined } from './limits.ts';
import type { State } from './state.ts';
import type { Program, Redirection, Rule, Statement } from './syntax.ts';

/** How a statement ended: by itself, or by one of the words that leave what they stand in. */
type Leaving = 'break' | 'continue' | 'return' | undefined;

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
      // A function is part of an expression, which ends before others have their turn.
      if (body) for (const _ of this.#run(body));
      return state.returned;
    });
  }

  *begin(): Steps<void> {
    for (const block of this.#program.begin) if (!this.isOver) yield* this.#atTop(() => this.#run(block));
  }

  /** What the rules make of the line at hand. */
  *line(): Steps<void> {
    yield* this.#atTop(() => this.#runRules());
  }

  *end(): Steps<void> {
    this.isOver = false;
    for (const block of this.#program.end) if (!this.isOver) yield* this.#atTop(() => this.#run(block));
  }

  *#atTop(run: () => Steps<unknown>): Steps<void> {
    this.state.work.atTop();
    try {
      yield* run();
    } catch (error) {
      if (!(error instanceof Leave)) throw error;
      if (error.is === 'exit') this.isOver = true;
    }
  }

  *#runRules(): Steps<void> {
    for (const rule of this.#program.rules) {
      if (!this.#applies(rule)) continue;
      if (rule.action === undefined) this.#print([], undefined);
      else yield* this.#run(rule.action);
    }
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

  *#run(it: Statement): Steps<Leaving> {
    const { work } = this.state;
    work.enter();
    const leaving = yield* this.#perform(it);
    work.leave();
    return leaving;
  }

  *#perform(it: Statement): Steps<Leaving> {
    switch (it.is) {
      case 'expression':
        this.#on.value(it.of);
        return undefined;
      case 'print':
        this.#print(
          it.values.map((value) => this.state.textOf(this.#on.value(value), 'OFMT')),
          it.to,
        );
        return undefined;
      case 'printf': {
        const [pattern = '', ...values] = it.values.map((value) => this.#on.value(value));
        this.#write(format(this.state.textOf(pattern), values), it.to);
        return undefined;
      }
      case 'block':
        return yield* this.#runAll(it.statements);
      case 'if':
        if (this.#on.isTrue(it.test)) return yield* this.#run(it.yes);
        return it.no && (yield* this.#run(it.no));
      case 'while':
        return yield* this.#loop(it.isTestedLast, () => this.#on.isTrue(it.test), it.body);
      case 'for': {
        const { first, test, next } = it;
        if (first) yield* this.#run(first);
        return yield* this.#loop(false, () => test === undefined || this.#on.isTrue(test), it.body, next);
      }
      case 'each':
        return yield* this.#runEach(it.variable, it.name, it.body);
      case 'delete': {
        const table = this.state.table(it.name);
        if (it.keys) table.delete(this.#on.key(it.keys));
        else table.clear();
        return undefined;
      }
      case 'exit':
        if (it.value) this.exitCode = Math.trunc(this.#on.number(it.value)) & 255;
        throw new Leave('exit');
      case 'return':
        this.state.returned = it.value && this.#on.value(it.value);
        return it.is;
      case 'next':
        throw new Leave('next');
      default:
        return it.is;
    }
  }

  *#runAll(statements: readonly Statement[]): Steps<Leaving> {
    for (const statement of statements) {
      const leaving = yield* this.#run(statement);
      if (leaving !== undefined) return leaving;
    }
    return undefined;
  }

  *#loop(isTestedLast: boolean, test: () => boolean, body: Statement, after?: Statement): Steps<Leaving> {
    for (let isFirst = true; (isFirst && isTestedLast) || test(); isFirst = false) {
      yield* this.state.work.pause();
      const leaving = yield* this.#run(body);
      if (leaving === 'break') return undefined;
      if (leaving !== undefined && leaving !== 'continue') return leaving;
      if (after) yield* this.#run(after);
    }
    return undefined;
  }

  *#runEach(variable: string, name: string, body: Statement): Steps<Leaving> {
    const table = this.state.table(name);
    this.state.work.spend(table.size);
    for (const key of [...table.keys()]) {
      this.state.set(variable, key);
      yield* this.state.work.pause();
      const leaving = yield* this.#run(body);
      if (leaving === 'break') return undefined;
      if (leaving !== undefined && leaving !== 'continue') return leaving;
    }
    return undefined;
  }

  /** Without values it is the line. */
  #print(values: readonly string[], to: Redirection | undefined): void {
    const text = values.length === 0 ? this.#on.line() : joined(values, this.state.text('OFS'));
    this.#write(text + this.state.text('ORS'), to);
  }

  #write(text: string, to: Redirection | undefined): void {
    this.state.write(text, to && { name: this.#on.text(to.to), isAppended: to.isAppended });
  }
}
