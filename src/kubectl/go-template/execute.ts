// Carries a parsed Go template out over one JSON value.
import type { Found, Place } from './evaluate.ts';
import { Evaluator, stepsMax } from './evaluate.ts';
import type { Branch, Node } from './nodes.ts';
import { expressionText } from './nodes.ts';
import type { Template } from './parse.ts';
import { Scope } from './scope.ts';
import type { Value } from './values.ts';
import { integerOf, isMapping, isTrue, membersOf, plain, valueText } from './values.ts';

const depthMax = 500;

/** How a run of nodes ended, if a range is to end or go on because of it. */
type Jump = 'break' | 'continue' | undefined;

export interface ExecuteOptions {
  /** False where a key that a map does not have is a mistake. */
  readonly allowsMissingKeys: boolean;
}

export interface Execution {
  /** What was made of the value, up to the failure if there was one. */
  readonly text: string;
  /** An `ExecutionError`. */
  readonly error?: Error;
}

/** What a template makes of a value. */
export function execute(template: Template, data: unknown, options: ExecuteOptions): Execution {
  const walker = new Walker(template, options);
  try {
    walker.walk(template.nodes, { dot: plain(data), scope: new Scope(plain(data)) });
    return { text: walker.pieces.join('') };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExecutionError') throw error;
    return { text: walker.pieces.join(''), error };
  }
}

class Walker {
  readonly pieces: string[] = [];
  readonly #template: Template;
  readonly #evaluator: Evaluator;
  #depth = 0;

  constructor(template: Template, { allowsMissingKeys }: ExecuteOptions) {
    this.#template = template;
    this.#evaluator = new Evaluator(template.source, allowsMissingKeys);
  }

  walk(nodes: readonly Node[], place: Place): Jump {
    const mark = place.scope.mark();
    let jump: Jump;
    for (const node of nodes) {
      jump = this.#step(node, place);
      if (jump) break;
    }
    place.scope.backTo(mark);
    return jump;
  }

  #step(node: Node, place: Place): Jump {
    switch (node.type) {
      case 'text':
        this.pieces.push(node.text);
        return undefined;
      case 'action': {
        const value = this.#evaluator.pipeline(node.pipeline, place);
        if (node.pipeline.variables.length === 0) this.#print(value);
        return undefined;
      }
      case 'template':
        this.#callTemplate(node, place);
        return undefined;
      case 'if':
      case 'with':
        return this.#branch(node, place);
      case 'range':
        this.#range(node, place);
        return undefined;
      default:
        return node.type;
    }
  }

  #print(value: Found): void {
    const isMissing = value === undefined || value.data === undefined || value.data === null;
    this.pieces.push(isMissing ? '<no value>' : valueText(value.data));
  }

  #branch(node: Branch, { dot, scope }: Place): Jump {
    const mark = scope.mark();
    const value = this.#evaluator.pipeline(node.pipeline, { dot, scope });
    const holds = isTrue(value);
    const inner = node.type === 'with' && holds ? value : dot;
    const jump = this.walk(holds ? node.body : node.otherwise, { dot: inner, scope });
    scope.backTo(mark);
    return jump;
  }

  #range(node: Branch, { dot, scope }: Place): void {
    const mark = scope.mark();
    const { variables, declares } = node.pipeline;
    const entries = this.#entries(this.#evaluator.pipeline(node.pipeline, { dot, scope }, false));
    for (const [key, element] of entries) {
      const values = variables.length === 2 ? [key, element] : [element];
      for (const [i, name] of variables.entries()) {
        if (declares) scope.declare(name, values[i]);
        else scope.set(name, values[i]);
      }
      const jump = this.walk(node.body, { dot: element, scope });
      scope.backTo(mark);
      if (jump === 'break') break;
    }
    if (entries.length === 0) this.walk(node.otherwise, { dot, scope });
  }

  #entries(value: Found): [Value, Value][] {
    const data = value?.data;
    if (data === undefined || data === null) return [];
    const boxed = (it: unknown): Value => ({ data: it, isBoxed: true });
    if (Array.isArray(data)) return data.map((it, i) => [plain(i), boxed(it)]);
    if (isMapping(data)) return membersOf(data).map(([key, it]) => [plain(key), boxed(it)]);
    const count = integerOf(data);
    if (count === undefined) throw this.#evaluator.error(`range can't iterate over ${valueText(data)}`);
    if (count > stepsMax) throw this.#evaluator.error('the template takes too many steps');
    return Array.from({ length: Math.max(0, count) }, (_, i) => [plain(i), plain(i)]);
  }

  #callTemplate(node: Node & { type: 'template' }, place: Place): void {
    const evaluator = this.#evaluator;
    const input = node.pipeline ? ` ${expressionText(node.pipeline)}` : '';
    evaluator.look(node.at, `{{template ${JSON.stringify(node.name)}${input}}}`);
    const nodes = this.#template.named.get(node.name);
    if (!nodes) throw evaluator.error(`template ${JSON.stringify(node.name)} not defined`);
    if (++this.#depth > depthMax) throw evaluator.error(`exceeded maximum template depth (${depthMax})`);
    const value = node.pipeline ? evaluator.pipeline(node.pipeline, place) : undefined;
    this.walk(nodes, { dot: value, scope: new Scope(value) });
    this.#depth -= 1;
  }
}
