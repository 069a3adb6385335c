// What the pipelines of a Go template come to. A failure names the part that was looked at last, as Go's does.
import { CallError } from './comparison.ts';
import type { TemplateFunction } from './functions.ts';
import { functions, resultOf } from './functions.ts';
import type { Call, Expression, Pipeline } from './nodes.ts';
import { callText, expressionText } from './nodes.ts';
import type { Scope } from './scope.ts';
import { ExecutionError } from './template-error.ts';
import type { Value } from './values.ts';
import { isMapping, isTrue, plain, Typed, typeText, unboxed } from './values.ts';

/** Bounds: a template can call itself. */
export const stepsMax = 1_000_000;

/** `and` and `or` are known beside `functions`: they do not look at all that they are given. */
export function knowsFunction(name: string): boolean {
  return functions.has(name) || name === 'and' || name === 'or' || name === 'call';
}

export type Found = Value | undefined;

/** What comes through the pipe as the last argument; undefined at the start of a pipeline. */
type Piped = { readonly value: Found } | undefined;

/** Where a pipeline is: what the dot and the variables are there. */
export interface Place {
  readonly dot: Found;
  readonly scope: Scope;
}

export class Evaluator {
  readonly #source: string;
  readonly #allowsMissingKeys: boolean;
  #at = 0;
  #context = '';
  #steps = 0;

  constructor(source: string, allowsMissingKeys: boolean) {
    this.#source = source;
    this.#allowsMissingKeys = allowsMissingKeys;
  }

  /** Failures from now on are about this part. */
  look(at: number, context: string): void {
    this.#at = at;
    this.#context = context;
  }

  error(why: string): ExecutionError {
    return new ExecutionError(why, this.#source, this.#at, this.#context);
  }

  /** `binds`: what the pipeline declares or sets is done here, not by the caller. Throws `ExecutionError`. */
  pipeline(pipeline: Pipeline, place: Place, binds = true): Found {
    this.look(pipeline.at, expressionText(pipeline));
    let piped: Piped;
    for (const call of pipeline.calls) piped = { value: unboxed(this.#call(call, place, piped)) };
    const value = piped?.value;
    for (const name of binds ? pipeline.variables : []) {
      if (pipeline.declares) place.scope.declare(name, value);
      else place.scope.set(name, value);
    }
    return value;
  }

  #call(call: Call, place: Place, piped: Piped): Found {
    if (++this.#steps > stepsMax) throw this.error('the template takes too many steps');
    const [first] = call.words as [Expression];
    const isCalled = call.words.length > 1 || piped !== undefined;
    if (first.type === 'function') return this.#function(first, call, place, piped);
    if (first.type === 'field' || first.type === 'chain') return this.#named(first, place, isCalled);
    if (first.type === 'variable' && first.names.length > 0) return this.#named(first, place, isCalled);
    if (first.type !== 'pipeline') this.#look(first);
    if (isCalled) throw this.error(`can't give argument to non-function ${expressionText(first)}`);
    if (first.type === 'nil') throw this.error('nil is not a command');
    return this.#operand(first, place);
  }

  /** A field, which nothing can be handed to. */
  #named(expression: Expression & { names: readonly string[] }, place: Place, isCalled: boolean): Found {
    const value = this.#operand(expression, place);
    if (isCalled) throw this.error(`${expression.names.at(-1)} is not a method but has arguments`);
    return value;
  }

  #operand(expression: Expression, place: Place): Found {
    switch (expression.type) {
      case 'dot':
        return place.dot;
      case 'nil':
        return undefined;
      case 'bool':
      case 'string':
        return plain(expression.value);
      case 'number': {
        const isFloat = /[.eEpP]/.test(expression.text) && !/^[+-]?0[xX]|^'/.test(expression.text);
        return plain(new Typed(isFloat ? 'float64' : 'int', expression.value));
      }
      case 'field':
        this.#look(expression);
        return this.#fields(expression.names, place.dot);
      case 'variable':
        this.#look(expression);
        return this.#fields(expression.names, place.scope.get(expression.name));
      case 'function':
        return this.#function(expression, { at: expression.at, words: [expression] }, place, undefined);
      case 'chain':
        this.#look(expression);
        return this.#fields(expression.names, this.#argument(expression.of, place));
      case 'pipeline':
        return this.pipeline(expression, place);
    }
  }

  #argument(expression: Expression, place: Place): Found {
    this.#look(expression);
    return this.#operand(expression, place);
  }

  #look(expression: Expression): void {
    this.look(expression.at, expressionText(expression));
  }

  #fields(names: readonly string[], from: Found): Found {
    return names.reduce((value, name) => this.#field(name, value), from);
  }

  #field(name: string, from: Found): Found {
    const isStrict = !this.#allowsMissingKeys;
    if (from === undefined || from.data === undefined) {
      if (isStrict) throw this.error(`nil data; no entry for key ${JSON.stringify(name)}`);
      return undefined;
    }
    const { data } = from;
    if (data === null) throw this.error(`nil pointer evaluating ${typeText(from)}.${name}`);
    if (!isMapping(data)) throw this.error(`can't evaluate field ${name} in type ${typeText(from)}`);
    if (Object.hasOwn(data, name) && data[name] !== undefined) return { data: data[name], isBoxed: true };
    if (isStrict) throw this.error(`map has no entry for key ${JSON.stringify(name)}`);
    return undefined;
  }

  #function(expression: Expression & { name: string }, call: Call, place: Place, piped: Piped): Found {
    this.#look(expression);
    const { name } = expression;
    const words = call.words.slice(1);
    if (name === 'and' || name === 'or') return this.#logic(name, words, place, piped);
    if (name === 'call') return this.#refuseCall(call, place, piped);
    const called = functions.get(name) as TemplateFunction;
    this.#checkCount(name, called, words.length + (piped ? 1 : 0));
    const given: Found[] = [];
    for (const [i, word] of words.entries()) {
      given.push(this.#argument(word, place));
      if (called.takesText && i === 0) this.#checkText(given[0]);
    }
    if (piped) given.push(piped.value);
    if (called.takesText && words.length === 0) this.#checkText(given[0]);
    const values = called.seesMissing ? given : given.map((value) => value ?? { data: null, isBoxed: true });
    try {
      return resultOf(called.call(values));
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      this.look(call.at, callText(call));
      throw this.error(`error calling ${name}: ${error.message}`);
    }
  }

  #checkCount(name: string, called: TemplateFunction, given: number): void {
    const { leastArguments: least, mostArguments: most } = called;
    if (given >= least && (most === undefined || given <= most)) return;
    const want = most === undefined ? `at least ${least}` : String(most);
    throw this.error(`wrong number of args for ${name}: want ${want} got ${given}`);
  }

  #checkText(value: Found): void {
    const data = value?.data;
    if (typeof data === 'string') return;
    if (data === undefined || data === null) throw this.error('invalid value; expected string');
    throw this.error(`wrong type for value; expected string; got ${typeText(plain(data))}`);
  }

  /** The first value that settles it, else the last. */
  #logic(name: 'and' | 'or', words: readonly Expression[], place: Place, piped: Piped): Found {
    if (words.length === 0 && !piped) {
      throw this.error(`wrong number of args for ${name}: want at least 1 got 0`);
    }
    let value: Found;
    for (const word of words) {
      value = this.#argument(word, place);
      if (isTrue(value) === (name === 'or')) return value;
    }
    return piped ? piped.value : value;
  }

  /** JSON holds no functions, so there is nothing that can be called. */
  #refuseCall(call: Call, place: Place, piped: Piped): never {
    const [, word] = call.words;
    if (!word && !piped) throw this.error('wrong number of args for call: want at least 1 got 0');
    const value = word ? this.#argument(word, place) : piped?.value;
    this.look(call.at, callText(call));
    if (value === undefined || value.data === null) throw this.error('error calling call: call of nil');
    const what = word ? `${expressionText(word)} ` : '';
    throw this.error(`error calling call: non-function ${what}of type ${typeText(plain(value.data))}`);
  }
}
