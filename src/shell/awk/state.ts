// What a running awk program knows: its variables and arrays, the line at hand, where it writes.
import type { Process } from '../../sim/index.ts';
import { pathOf } from '../programs/program.ts';
import { AwkError } from './awk-error.ts';
import { Record } from './record.ts';
import type { OwnFunction } from './syntax.ts';
import type { Value } from './values.ts';
import { Given, numberOf, textOf } from './values.ts';

/** Departs: `for (key in array)` goes in the order in which keys were made; elsewhere it is any order. */
export type Table = Map<string, Value>;
/** One name is either, and whichever it was used as first. */
export type Slot = Value | Table;

/** So much is done in one program, and no more: a loop may have no end. */
const STEPS_MAX = 5_000_000;
const CALLS_MAX = 200;
const ITEMS_MAX = 100_000;

export class State {
  readonly process: Process;
  readonly functions: ReadonlyMap<string, OwnFunction>;
  readonly globals = new Map<string, Slot>();
  /** Parameters of the functions that run, the innermost last. */
  readonly frames: Map<string, Slot>[] = [];
  readonly record: Record;
  /** What a returning function gives. */
  returned: Value;
  readonly #opened = new Set<string>();
  #steps = 0;

  constructor(process: Process, functions: ReadonlyMap<string, OwnFunction>) {
    this.process = process;
    this.functions = functions;
    this.record = new Record(() => ({ fs: this.text('FS'), ofs: this.text('OFS') }));
    for (const [name, value] of [
      ['FS', ' '],
      ['OFS', ' '],
      ['ORS', '\n'],
      ['RS', '\n'],
      ['SUBSEP', '\u001c'],
      ['NR', 0],
      ['FNR', 0],
      ['FILENAME', ''],
      ['RSTART', 0],
      ['RLENGTH', -1],
    ] as const)
      this.globals.set(name, value);
    this.globals.set('ENVIRON', new Map([...process.env].map(([name, text]) => [name, new Given(text)])));
  }

  /** Counts one step. Throws AwkError where there were too many. */
  step(): void {
    this.#steps += 1;
    if (this.#steps > STEPS_MAX) throw new AwkError('this goes on for too long, or for ever');
  }

  call<T>(frame: Map<string, Slot>, run: () => T): T {
    if (this.frames.length >= CALLS_MAX) throw new AwkError('functions call each other too deep');
    this.frames.push(frame);
    try {
      return run();
    } finally {
      this.frames.pop();
    }
  }

  text(name: string): string {
    return textOf(this.get(name));
  }

  get(name: string): Value {
    if (name === 'NF') return this.record.count;
    const slot = this.slot(name);
    if (slot instanceof Map) throw new AwkError(`${name} is an array, and a value is wanted`);
    return slot;
  }

  set(name: string, value: Value): void {
    if (name === 'NF') {
      this.record.count = Math.trunc(numberOf(value));
      return;
    }
    if (this.slot(name) instanceof Map) throw new AwkError(`${name} is an array, and cannot be assigned to`);
    this.#scopeOf(name).set(name, value);
  }

  table(name: string): Table {
    const slot = this.slot(name);
    if (slot instanceof Map) return slot;
    if (slot !== undefined) throw new AwkError(`${name} is no array`);
    const table: Table = new Map();
    this.#scopeOf(name).set(name, table);
    return table;
  }

  slot(name: string): Slot {
    return this.#scopeOf(name).get(name);
  }

  #scopeOf(name: string): Map<string, Slot> {
    const frame = this.frames.at(-1);
    return frame?.has(name) ? frame : this.globals;
  }

  put(table: Table, key: string, value: Value): void {
    if (table.size >= ITEMS_MAX && !table.has(key))
      throw new AwkError(`an array holds at most ${ITEMS_MAX} items here`);
    table.set(key, value);
  }

  /** Writes to standard output, or to a file, which is emptied when it is written to for the first time. */
  write(text: string, to?: { readonly name: string; readonly isAppended: boolean }): void {
    const { stdout, stderr, host } = this.process;
    if (to === undefined || to.name === '/dev/stdout' || to.name === '-') stdout.write(text);
    else if (to.name === '/dev/stderr') stderr.write(text);
    else if (to.name !== '/dev/null') {
      const path = pathOf(this.process, to.name);
      if (to.isAppended || this.#opened.has(path)) host.files.append(path, text);
      else host.files.write(path, text);
      this.#opened.add(path);
    }
  }
}
