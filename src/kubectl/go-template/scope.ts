// The variables of a Go template: each is seen until the end of the block that declares it.
import type { Value } from './values.ts';

export class Scope {
  readonly #variables: { readonly name: string; value: Value | undefined }[];

  /** `$` is what the template was given. */
  constructor(data: Value | undefined) {
    this.#variables = [{ name: '$', value: data }];
  }

  mark(): number {
    return this.#variables.length;
  }

  /** Forgets what was declared since a mark. */
  backTo(mark: number): void {
    this.#variables.length = mark;
  }

  declare(name: string, value: Value | undefined): void {
    this.#variables.push({ name, value });
  }

  set(name: string, value: Value | undefined): void {
    const variable = this.#variables.findLast((it) => it.name === name);
    if (variable) variable.value = value;
  }

  get(name: string): Value | undefined {
    return this.#variables.findLast((it) => it.name === name)?.value;
  }
}
