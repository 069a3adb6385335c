// What goes wrong with a jq program: before it runs, and while it does.

/** The program cannot be read. */
export class JqSyntaxError extends Error {}

/** A value does not fit what is done to it. `value` is what `try … catch` sees. */
export class JqError extends Error {
  readonly value: unknown;

  constructor(value: unknown) {
    super(typeof value === 'string' ? value : JSON.stringify(value));
    this.value = value;
  }
}

/** `halt_error` and too much work end all of it: `try` does not catch them. */
export class JqHalt extends Error {
  readonly code: number;

  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}
