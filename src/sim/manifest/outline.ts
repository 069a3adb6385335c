// Where everything in a YAML document stands: its maps, lists and scalars with their offsets, to be walked along the
// paths that the API server's messages give (`metadata.labels[a.b/c]`, `spec.containers[0].image`).
import type { Event, ScalarEvent } from 'js-yaml';
import { EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { resolvePlain } from './scalars.ts';

/** From the first character to the one behind the last, as offsets into the document. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A value of the document. A scalar's stretch includes its quotes; that of a map or list ends with its last value. */
export interface OutlineNode extends Stretch {
  readonly members?: ReadonlyMap<string, OutlineMember>;
  readonly items?: readonly OutlineNode[];
}

export interface OutlineMember {
  readonly key: Stretch;
  readonly value: OutlineNode;
}

/** A document's. */
export interface Outline {
  readonly root: OutlineNode;
  /** The first key that its map has already; of both kubectl takes this one, and says nothing. */
  readonly repeated?: Stretch;
}

/** How far a path can be followed. */
export interface Found {
  /** The key that leads to the value; undefined for an item of a list and for the whole document. */
  readonly key?: Stretch;
  readonly value: OutlineNode;
  /** False where only something around the path's end is there. */
  readonly isWhole: boolean;
}

/** Reads the events of a document that composes: its depth is bounded and its aliases lead somewhere. */
export function outlineOf(text: string, events: readonly Event[]): Outline | undefined {
  return new Outliner(text, events).document();
}

/** Follows a path as far as it goes. */
export function follow(root: OutlineNode, path: string): Found {
  let found: Found = { value: root, isWhole: path === '' };
  let rest = path;
  while (rest !== '') {
    const step = stepInto(found.value, rest);
    if (step === undefined) return { ...found, isWhole: false };
    rest = step.rest;
    found = { ...(step.key ? { key: step.key } : {}), value: step.value, isWhole: rest === '' };
  }
  return found;
}

interface Step {
  readonly key?: Stretch;
  readonly value: OutlineNode;
  readonly rest: string;
}

function stepInto({ members, items }: OutlineNode, rest: string): Step | undefined {
  if (items !== undefined) {
    const [whole = '', index] = /^\[(\d+)\]/.exec(rest) ?? [];
    const value = items[Number(index)];
    return whole === '' || value === undefined ? undefined : { value, rest: rest.slice(whole.length) };
  }
  const next = nextKey(members?.keys() ?? [], rest);
  const member = next && members?.get(next.key);
  return next && member && { ...member, rest: next.rest };
}

/** The key that a path goes on with. Keys may hold dots and brackets themselves: the longest that fits is meant. */
export function nextKey(
  keys: Iterable<string>,
  path: string,
): { readonly key: string; readonly rest: string } | undefined {
  let best: { readonly key: string; readonly rest: string } | undefined;
  for (const key of keys) {
    for (const written of [`[${key}]`, `.${key}`, key]) {
      const rest = path.slice(written.length);
      if (!path.startsWith(written) || (rest !== '' && !/^[.[]/.test(rest))) continue;
      if (best === undefined || rest.length < best.rest.length) best = { key, rest };
    }
  }
  return best;
}

class Outliner {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, OutlineNode>();
  #repeated: Stretch | undefined;
  #at = 0;
  /** Where what was read last ends. */
  #end = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  document(): Outline | undefined {
    if (this.#events[0]?.type === EVENT_ID.DOCUMENT) this.#at = 1;
    if (this.#isAtEnd()) return undefined;
    const root = this.#node();
    return { root, ...(this.#repeated ? { repeated: this.#repeated } : {}) };
  }

  #node(): OutlineNode {
    const event = this.#events[this.#at] as Event;
    this.#at += 1;
    if (event.type === EVENT_ID.ALIAS) {
      this.#end = event.anchorEnd;
      const target = this.#anchors.get(this.#text.slice(event.anchorStart, event.anchorEnd));
      return { ...target, start: event.anchorStart - 1, end: event.anchorEnd };
    }
    if (event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return this.#nothing();
    const node = this.#content(event);
    if (event.anchorStart >= 0) {
      this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), node);
    }
    return node;
  }

  #content(event: Exclude<Event, { type: typeof EVENT_ID.ALIAS }>): OutlineNode {
    if (event.type === EVENT_ID.SEQUENCE) return this.#sequence(event.start);
    if (event.type === EVENT_ID.MAPPING) return this.#mapping(event.start);
    return event.type === EVENT_ID.SCALAR ? this.#scalar(event) : this.#nothing();
  }

  #sequence(start: number): OutlineNode {
    this.#end = Math.max(this.#end, start);
    const items: OutlineNode[] = [];
    while (!this.#isAtEnd()) items.push(this.#node());
    this.#at += 1;
    return { start, end: this.#end, items };
  }

  #mapping(start: number): OutlineNode {
    this.#end = Math.max(this.#end, start);
    const members = new Map<string, OutlineMember>();
    const merged: OutlineNode[] = [];
    while (!this.#isAtEnd()) {
      const name = this.#keyText();
      const key = this.#node();
      if (members.has(name)) this.#repeated ??= key;
      const value = this.#node();
      if (name === '<<') merged.push(...(value.items ?? [value]));
      else members.set(name, { key, value });
    }
    this.#at += 1;
    for (const node of merged) {
      for (const [name, member] of node.members ?? []) if (!members.has(name)) members.set(name, member);
    }
    return { start, end: this.#end, members };
  }

  #scalar(event: ScalarEvent): OutlineNode {
    // A value that is left out stands where its key ends.
    if (event.valueStart < 0) return this.#nothing();
    const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    const around = isQuoted ? 1 : 0;
    this.#end = event.valueEnd + around;
    return { start: event.valueStart - around, end: this.#end };
  }

  #nothing(): OutlineNode {
    return { start: this.#end, end: this.#end };
  }

  #keyText(): string {
    const event = this.#events[this.#at];
    if (event?.type !== EVENT_ID.SCALAR) return '';
    const text = getScalarValue(this.#text, event);
    // As JSON has it: the key of `y: 1` is "true".
    const isPlain = event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0 && text !== '<<';
    return isPlain ? String(resolvePlain(text)) : text;
  }

  #isAtEnd(): boolean {
    const event = this.#events[this.#at];
    return event === undefined || event.type === EVENT_ID.POP;
  }
}
