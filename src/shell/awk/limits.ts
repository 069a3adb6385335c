// How much an awk program may do and keep: a loop may have no end, and a text may double.
import { turn } from '../../sim/index.ts';
import type { Steps } from '../language/shell-state.ts';
import { AwkError } from './awk-error.ts';

/** At one instant of virtual time. */
const STEPS_MAX = 5_000_000;
/** Between two turns of the other processes. */
const STEPS_PER_TURN = 20_000;
const CHARS_PER_STEP = 16;
const CHARS_MAX = 1_000_000;
/** Expressions and statements within each other: with all of them a stack of 700 kB is enough. */
const DEPTH_MAX = 800;
const CALLS_MAX = 200;

/** Refuses a text before it is made. Throws AwkError. */
export function checkLength(length: number): void {
  if (length > CHARS_MAX) throw new AwkError(`a text holds at most ${CHARS_MAX} characters here`);
}

/** The texts with a separator between them. Throws AwkError where that is too long. */
export function joined(texts: readonly string[], separator: string): string {
  let length = separator.length * Math.max(0, texts.length - 1);
  for (const text of texts) length += text.length;
  checkLength(length);
  return texts.join(separator);
}

export class Work {
  readonly #now: () => number;
  #atMs: number;
  #steps = 0;
  #turnAt = STEPS_PER_TURN;
  #depth = 0;
  #calls = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.#atMs = now();
  }

  /** Counts steps. Throws AwkError where there were too many without any time passing. */
  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps <= STEPS_MAX) return;
    if (this.#now() === this.#atMs) throw new AwkError('this goes on for too long, or for ever');
    this.#atMs = this.#now();
    this.#steps = steps;
    this.#turnAt = steps + STEPS_PER_TURN;
  }

  /** The same for a text that is read or made. */
  spendText(text: string): void {
    this.spend(text.length / CHARS_PER_STEP);
  }

  /** Lets others run, now and then: whoever reads what is written may have enough. */
  *pause(): Steps<void> {
    if (this.#steps < this.#turnAt) return;
    this.#turnAt = this.#steps + STEPS_PER_TURN;
    yield turn;
  }

  /** Goes into an expression or a statement within another one. */
  enter(): void {
    this.spend(1);
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX)
      throw new AwkError('this nests too deep, or functions call each other too deep');
  }

  leave(): void {
    this.#depth -= 1;
  }

  /** Begins anew with the next line, whatever the one before left. */
  atTop(): void {
    this.#depth = 0;
    this.#calls = 0;
  }

  enterCall(): void {
    this.#calls += 1;
    if (this.#calls > CALLS_MAX) throw new AwkError('functions call each other too deep');
  }

  leaveCall(): void {
    this.#calls -= 1;
  }
}
