// A parsed YAML document as JSON, the way kubectl converts it: aliases written out, merge keys merged, keys turned into
// texts, the last of several equal keys kept. What it may hold is bounded before anything else walks it.
import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { goQuote } from '../machinery/go-text.ts';
import { resolvePlain } from './scalars.ts';
import { anchorProblem, YamlProblem, yamlProblem } from './yaml-problem.ts';

export interface Limits {
  /** Values in a document, those that aliases repeat included. */
  readonly nodes: number;
  readonly depth: number;
}

const HALF_PAIR = /\p{Surrogate}/u;

type Node = SequenceEvent | MappingEvent | ScalarEvent;

/** Reads the events of one document. Throws YamlProblem. */
export function composeDocument(text: string, events: readonly Event[], limits: Limits): unknown {
  return new Composer(text, events, limits).document();
}

class Composer {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #limits: Limits;
  readonly #anchors = new Map<string, number>();
  /** Anchors whose value is being read: an alias of one would never end. */
  readonly #open = new Set<string>();
  #at = 0;
  #nodes = 0;
  #aliases = 0;

  constructor(text: string, events: readonly Event[], limits: Limits) {
    this.#text = text;
    this.#events = events;
    this.#limits = limits;
  }

  document(): unknown {
    if (this.#events[0]?.type === EVENT_ID.DOCUMENT) this.#at = 1;
    const first = this.#events[this.#at];
    if (first === undefined || first.type === EVENT_ID.POP) return null;
    return this.#value(0);
  }

  #value(depth: number): unknown {
    const event = this.#events[this.#at] as Event;
    if (event.type === EVENT_ID.ALIAS) return this.#alias(event.anchorStart, event.anchorEnd, depth);
    if (event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return null;
    this.#count(event, depth);
    const anchor = event.anchorStart >= 0 ? this.#text.slice(event.anchorStart, event.anchorEnd) : '';
    if (anchor !== '') {
      this.#checkName(anchor, event.anchorStart);
      this.#anchors.set(anchor, this.#at);
      this.#open.add(anchor);
    }
    this.#at += 1;
    const value = this.#content(event, depth);
    this.#open.delete(anchor);
    return value;
  }

  #content(event: Node, depth: number): unknown {
    if (event.type === EVENT_ID.SEQUENCE) return this.#sequence(depth);
    if (event.type === EVENT_ID.MAPPING) return this.#mapping(depth);
    return this.#scalar(event);
  }

  #count(event: Node, depth: number): void {
    this.#nodes += 1;
    if (depth > this.#limits.depth) {
      throw this.#problem(`yaml: exceeded max depth of ${this.#limits.depth}`, startOf(event));
    }
    if (this.#nodes <= this.#limits.nodes) return;
    const message =
      this.#aliases > 0
        ? 'yaml: document contains excessive aliasing'
        : `yaml: document holds more than ${this.#limits.nodes} values`;
    throw this.#problem(message, startOf(event));
  }

  #alias(start: number, end: number, depth: number): unknown {
    const name = this.#text.slice(start, end);
    this.#checkName(name, start);
    const target = this.#anchors.get(name);
    if (target === undefined) throw this.#problem(`yaml: unknown anchor '${name}' referenced`, start);
    if (this.#open.has(name)) throw this.#problem(`yaml: anchor '${name}' value contains itself`, start);
    this.#aliases += 1;
    const back = this.#at + 1;
    this.#at = target;
    const value = this.#value(depth);
    this.#at = back;
    return value;
  }

  /** Our parser takes almost any name. */
  #checkName(name: string, start: number): void {
    const { line, column } = this.#problem('', start);
    const problem = anchorProblem(name, line, column);
    if (problem) throw problem;
  }

  #sequence(depth: number): unknown[] {
    const items: unknown[] = [];
    while (!this.#isAtEnd()) items.push(this.#value(depth + 1));
    this.#at += 1;
    return items;
  }

  #mapping(depth: number): Record<string, unknown> {
    const own = new Map<string, unknown>();
    const merged = new Map<string, unknown>();
    while (!this.#isAtEnd()) {
      const event = this.#events[this.#at] as Event;
      const isMerge = isPlainScalar(event) && getScalarValue(this.#text, event) === '<<';
      const start = startOf(event);
      const key = isMerge ? '<<' : this.#key(depth);
      if (isMerge) this.#at += 1;
      const value = this.#value(depth + 1);
      if (isMerge) this.#merge(value, merged, start);
      else own.set(key, value);
    }
    this.#at += 1;
    for (const [key, value] of merged) if (!own.has(key)) own.set(key, value);
    return Object.fromEntries(own);
  }

  /** Keys are texts in JSON: numbers and booleans become theirs. */
  #key(depth: number): string {
    const start = startOf(this.#events[this.#at] as Event);
    const key = this.#value(depth + 1);
    if (typeof key === 'string') return key;
    if (typeof key === 'number' || typeof key === 'boolean') return String(key);
    if (key === null) {
      const message = 'Unsupported map key of type: invalid, key: <nil>, value: <nil>';
      throw this.#problem(message, start);
    }
    throw this.#problem(`yaml: invalid map key: ${asGo(key)}`, start);
  }

  /** The maps that `<<` brings in; earlier ones win. */
  #merge(value: unknown, merged: Map<string, unknown>, start: number): void {
    for (const map of Array.isArray(value) ? value : [value]) {
      if (typeof map !== 'object' || map === null || Array.isArray(map)) {
        throw this.#problem('yaml: map merge requires map or sequence of maps as the value', start);
      }
      for (const [key, member] of Object.entries(map)) if (!merged.has(key)) merged.set(key, member);
    }
  }

  #scalar(event: ScalarEvent): unknown {
    const text = getScalarValue(this.#text, event);
    const tag = event.tagStart >= 0 ? this.#text.slice(event.tagStart, event.tagEnd) : '';
    if (tag === '' && event.style === SCALAR_STYLE.PLAIN) return this.#json(resolvePlain(text), event);
    if (/^!!(?:int|float|bool|null)$/.test(tag)) return this.#json(resolvePlain(text), event);
    return HALF_PAIR.test(text) ? this.#withoutHalfPairs(text, event) : text;
  }

  /** JSON may spell half of a surrogate pair, which is no character; YAML may not. */
  #withoutHalfPairs(text: string, event: ScalarEvent): string {
    if (/^\s*\{/.test(this.#text)) return text.replaceAll(new RegExp(HALF_PAIR, 'gu'), '\ufffd');
    const { line, column } = this.#problem('', event.valueStart);
    throw yamlProblem(this.#text, 'invalid character escape', line, column);
  }

  #json(value: string | number | boolean | null, event: ScalarEvent): unknown {
    if (typeof value !== 'number' || Number.isFinite(value)) return value;
    const name = Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
    throw this.#problem(`json: unsupported value: ${name}`, event.valueStart);
  }

  #isAtEnd(): boolean {
    const event = this.#events[this.#at];
    return event === undefined || event.type === EVENT_ID.POP;
  }

  #problem(message: string, offset: number): YamlProblem {
    const before = this.#text.slice(0, Math.max(offset, 0));
    const line = before.split('\n').length;
    return new YamlProblem(message, line, before.length - before.lastIndexOf('\n'));
  }
}

function isPlainScalar(event: Event): event is ScalarEvent {
  return event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0;
}

function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
  return event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE ? event.start : -1;
}

/** A value as Go writes it for programmers. */
function asGo(value: unknown): string {
  if (value === null) return 'interface {}(nil)';
  if (typeof value === 'string') return goQuote(value);
  if (Array.isArray(value)) return `[]interface {}{${value.map(asGo).join(', ')}}`;
  if (typeof value !== 'object') return String(value);
  const members = Object.entries(value).map(([key, member]) => `${goQuote(key)}:${asGo(member)}`);
  return `map[interface {}]interface {}{${members.join(', ')}}`;
}
