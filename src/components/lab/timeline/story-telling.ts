/** How much of the story the page knows, and what to tell it next. */
import type { StoryPart } from '../frame.ts';
import type { Happening } from './story.ts';

export class StoryTelling {
  #told: number;
  /** True where the page knows happenings that have not happened here. */
  #isCut = false;

  constructor(told: number) {
    this.#told = told;
  }

  /** How many happenings the page knows. */
  get told(): number {
    return this.#told;
  }

  /** From here on it goes otherwise than was told. */
  cut(told: number): void {
    this.#told = told;
    this.#isCut = true;
  }

  /** What is new; undefined while it is only told again. */
  next(happenings: readonly Happening[]): StoryPart | undefined {
    const from = this.#told;
    if (happenings.length <= from && !this.#isCut) return undefined;
    this.#isCut = false;
    this.#told = Math.max(from, happenings.length);
    return { from, happenings: happenings.slice(from) };
  }
}
