// What a running awk program knows: its variables and arrays, the line at hand, where it writes.
import type { Process } from '../../sim/index.ts';
import { pathOf } from '../programs/program.ts';
import { AwkError } from './awk-error.ts';
import { format } from './format.ts';
import { Work } from './limits.ts';
import { Patterns } from './pattern.ts';
import { Record } from './record.ts';
import type { OwnFunction } from './syntax.ts';
import type { Value } from './values.ts';
import { compare, Given, numberOf, textOf } from './values.ts';

/** Departs: `for (key in array)` goes in the order in which keys were made; elsewhere it is any order. */
export type Table = Map<string, Value>;
/** One name is either, and whichever it was used as first. */
export type Slot = Value | Table;

const ITEMS_MAX = 100_000;

const usualForm = '%.6g';

export class State {
  readonly process: Process;
  readonly functions: ReadonlyMap<string, OwnFunction>;
  readonly globals = new Map<string, Slot>();
  /** Parameters of the functions that run, the innermost last. */
  readonly frames: Map<string, Slot>[] = [];
  readonly record: Record;
  readonly work: Work;
  readonly patterns: Patterns;
  /** What a returning function gives. */
  returned: Value;
  readonly #opened = new Set<string>();

  constructor(process: Process, functions: ReadonlyMap<string, OwnFunction>) {
    this.process = process;
    this.functions = functions;
    this.work = new Work(() => process.host.now());
    this.patterns = new Patterns((steps) => this.work.spend(steps));
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
      ['CONVFMT', usualForm],
      ['OFMT', usualForm],
    ] as const)
      this.globals.set(name, value);
    this.record = new Record(this);
    this.globals.set('ENVIRON', new Map([...process.env].map(([name, text]) => [name, new Given(text)])));
  }

  /** A value as a text, where numbers are written as CONVFMT has it, or as OFMT does. */
  textOf(value: Value, name: 'CONVFMT' | 'OFMT' = 'CONVFMT'): string {
    if (typeof value !== 'number' || Number.isInteger(value)) return textOf(value);
    const form = this.globals.get(name);
    if (form === usualForm) return textOf(value);
    return textOf(value, (number) => format(textOf(form as Value), [number]));
  }

  order(a: Value, b: Value): number {
    return compare(a, b, (number) => this.textOf(number));
  }

  call<T>(frame: Map<string, Slot>, run: () => T): T {
    this.work.enterCall();
    this.frames.push(frame);
    try {
      return run();
    } finally {
      this.frames.pop();
      this.work.leaveCall();
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
      this.work.spendText(text);
      if (to.isAppended || this.#opened.has(path)) host.files.append(path, text);
      else host.files.write(path, text);
      this.#opened.add(path);
    }
  }
}
