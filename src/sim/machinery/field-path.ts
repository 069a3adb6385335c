// Where in an object a field is: `spec.containers[0].resources.requests[cpu]`.

/** A chain of steps from the top of an object. Written out only when an error needs it. */
export class FieldPath {
  private readonly parent: FieldPath | undefined;
  private readonly step: string;

  private constructor(parent: FieldPath | undefined, step: string) {
    this.parent = parent;
    this.step = step;
  }

  /** The path of a top-level field, or of a field below it: `FieldPath.of('spec', 'template')`. */
  static of(name: string, ...names: readonly string[]): FieldPath {
    return new FieldPath(undefined, name).child(...names);
  }

  /** A field of this field. */
  child(first?: string, ...names: readonly string[]): FieldPath {
    if (first === undefined) return this;
    let path = new FieldPath(this, `.${first}`);
    for (const name of names) path = new FieldPath(path, `.${name}`);
    return path;
  }

  /** An element of this list. */
  index(position: number): FieldPath {
    return new FieldPath(this, `[${position}]`);
  }

  /** A value of this map. */
  key(key: string): FieldPath {
    return new FieldPath(this, `[${key}]`);
  }

  toString(): string {
    return this.parent === undefined ? this.step : this.parent.toString() + this.step;
  }
}
