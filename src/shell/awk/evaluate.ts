// What an expression comes to.
import { AwkError } from './awk-error.ts';
import { callBuiltin } from './functions.ts';
import { joined } from './limits.ts';
import { calculated, holds } from './operators.ts';
import type { Slot, State } from './state.ts';
import type { Expression, Place } from './syntax.ts';
import { LINE } from './syntax.ts';
import type { Value } from './values.ts';
import { Given, isTrue, numberOf } from './values.ts';

/** Runs the body of an own function; given from outside, since statements hold expressions and these hold calls. */
export type RunFunction = (state: State, name: string) => Value;

export class Evaluator {
  readonly state: State;
  readonly #runFunction: RunFunction;

  constructor(state: State, runFunction: RunFunction) {
    this.state = state;
    this.#runFunction = runFunction;
  }

  value(it: Expression): Value {
    const { work } = this.state;
    work.enter();
    const value = this.#valueOf(it);
    work.leave();
    if (typeof value === 'string') work.spendText(value);
    else if (value instanceof Given) work.spendText(value.text);
    return value;
  }

  #valueOf(it: Expression): Value {
    const { state } = this;
    switch (it.is) {
      case 'number':
      case 'text':
        return it.value;
      case 'regex':
        return state.patterns.test(it.source, this.line()) ? 1 : 0;
      case 'group':
        return it.items.length === 1 ? this.value(it.items[0] as Expression) : this.key(it.items);
      case 'variable':
      case 'field':
      case 'element':
        return this.#read(it);
      case 'in':
        return state.table(it.name).has(this.key(it.keys)) ? 1 : 0;
      case 'binary':
        return calculated(it.operator, this.number(it.left), this.number(it.right));
      case 'compare':
        return holds(it.operator, state.order(this.value(it.left), this.value(it.right))) ? 1 : 0;
      case 'concatenate':
        return joined([this.text(it.left), this.text(it.right)], '');
      case 'match':
        return this.matches(it.left, it.right) === it.isNegated ? 0 : 1;
      case 'and':
        return this.isTrue(it.left) && this.isTrue(it.right) ? 1 : 0;
      case 'or':
        return this.isTrue(it.left) || this.isTrue(it.right) ? 1 : 0;
      case 'not':
        return this.isTrue(it.of) ? 0 : 1;
      case 'negative':
        return -this.number(it.of);
      case 'positive':
        return this.number(it.of);
      case 'choice':
        return this.value(this.isTrue(it.test) ? it.yes : it.no);
      case 'assign': {
        const value = this.value(it.value);
        const { operator, place } = it;
        return this.assign(
          place,
          operator ? calculated(operator, numberOf(this.#read(place)), numberOf(value)) : value,
        );
      }
      case 'step': {
        const before = numberOf(this.#read(it.place));
        const after = numberOf(this.assign(it.place, before + it.by));
        return it.isBefore ? after : before;
      }
      case 'call':
        return it.isOwn ? this.#callOwn(it.name, it.args) : callBuiltin(this, it.name, it.args);
    }
  }

  number(it: Expression): number {
    return numberOf(this.value(it));
  }

  text(it: Expression): string {
    return this.state.textOf(this.value(it));
  }

  /** The line at hand. */
  line(): string {
    return this.state.textOf(this.value(LINE));
  }

  matches(text: Expression, pattern: Expression): boolean {
    const subject = this.text(text);
    return this.state.patterns.test(this.pattern(pattern), subject);
  }

  isTrue(it: Expression): boolean {
    return isTrue(this.value(it));
  }

  /** A pattern as it stands, or the text that makes one. */
  pattern(it: Expression): string {
    return it.is === 'regex' ? it.source : this.text(it);
  }

  /** The key of an element: its parts joined by SUBSEP. */
  key(parts: readonly Expression[]): string {
    return joined(
      parts.map((part) => this.text(part)),
      this.state.text('SUBSEP'),
    );
  }

  assign(place: Place, value: Value): Value {
    const { state } = this;
    if (place.is === 'variable') state.set(place.name, value);
    else if (place.is === 'element') state.put(state.table(place.name), this.key(place.keys), value);
    else state.record.put(Math.trunc(this.number(place.index)), value);
    return value;
  }

  #read(place: Place): Value {
    const { state } = this;
    if (place.is === 'variable') return state.get(place.name);
    if (place.is === 'field') return state.record.get(Math.trunc(this.number(place.index)));
    const table = state.table(place.name);
    const key = this.key(place.keys);
    // Whoever looks at an element makes it.
    if (!table.has(key)) state.put(table, key, undefined);
    return table.get(key);
  }

  #callOwn(name: string, args: readonly Expression[]): Value {
    const { state } = this;
    const own = state.functions.get(name);
    if (own === undefined) throw new AwkError(`there is no function ${name}`);
    if (args.length > own.parameters.length)
      throw new AwkError(`${name} takes at most ${own.parameters.length} arguments`);
    const frame = new Map<string, Slot>();
    const lent: [parameter: string, name: string][] = [];
    for (const [index, parameter] of own.parameters.entries()) {
      const arg = args[index];
      const isName = arg?.is === 'variable' && arg.name !== 'NF';
      const slot = isName ? state.slot(arg.name) : arg && this.value(arg);
      frame.set(parameter, slot);
      // A name without a value may be an array that the function fills.
      if (isName && slot === undefined) lent.push([parameter, arg.name]);
    }
    const result = state.call(frame, () => this.#runFunction(state, name));
    for (const [parameter, given] of lent) {
      const table = frame.get(parameter);
      if (table instanceof Map && state.slot(given) === undefined)
        for (const [key, value] of table) state.put(state.table(given), key, value);
    }
    return result;
  }
}
