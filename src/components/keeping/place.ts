/** Data from outside, looked at one place at a time: whoever finds something wrong knows where it stands. */

export type Path = readonly (string | number)[];

/** Something does not have the form that is wanted; the message names its path. */
export class Misshapen extends Error {
  readonly path: Path;

  constructor(path: Path, is: string) {
    super(`${pathText(path)} ${is}`);
    this.path = path;
  }
}

/** `log.entries[3].do`. */
export function pathText(path: Path): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text.replace(/^\./, '') || 'it';
}

const TEXT_MAX = 1_000_000;

export class Place {
  readonly value: unknown;
  readonly path: Path;

  constructor(value: unknown, path: Path = []) {
    this.value = value;
    this.path = path;
  }

  refuse(is: string): never {
    throw new Misshapen(this.path, is);
  }

  /** A field of an object; its value is undefined where there is none. */
  field(name: string): Place {
    const fields = this.#fields();
    return new Place(Object.hasOwn(fields, name) ? fields[name] : undefined, [...this.path, name]);
  }

  /** `{[name]: …}` where the field is there, `{}` where it is not. */
  optional<K extends string, T>(name: K, read: (place: Place) => T): Partial<Record<K, T>> {
    const place = this.field(name);
    return place.value === undefined ? {} : ({ [name]: read(place) } as Record<K, T>);
  }

  text(max: number = TEXT_MAX): string {
    if (typeof this.value === 'string' && this.value.length <= max) return this.value;
    return this.refuse(`is no text of at most ${max} characters`);
  }

  number(min = 0, max: number = Number.MAX_SAFE_INTEGER): number {
    if (typeof this.value === 'number' && this.value >= min && this.value <= max) return this.value;
    return this.refuse(`is no number from ${min} to ${max}`);
  }

  whole(min = 0, max: number = Number.MAX_SAFE_INTEGER): number {
    const number = this.number(min, max);
    return Number.isInteger(number) ? number : this.refuse('is no whole number');
  }

  flag(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.refuse('is neither true nor false');
  }

  list(max: number): readonly Place[] {
    if (!Array.isArray(this.value) || this.value.length > max) {
      return this.refuse(`is no list of at most ${max}`);
    }
    return this.value.map((value: unknown, index) => new Place(value, [...this.path, index]));
  }

  /** An object whose keys are names that somebody gave. */
  map<T>(max: number, read: (place: Place) => T): Readonly<Record<string, T>> {
    const names = Object.keys(this.#fields());
    if (names.length > max) this.refuse(`has more than ${max} entries`);
    return Object.fromEntries(names.map((name) => [name, read(this.field(name))]));
  }

  #fields(): Readonly<Record<string, unknown>> {
    const { value } = this;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Readonly<Record<string, unknown>>;
    }
    return this.refuse('is not an object');
  }
}
