// Ways out of a command other than its exit code. They are thrown, and caught by what they leave.

/** Leaves this many loops. */
export class Break {
  levels: number;
  constructor(levels: number) {
    this.levels = levels;
  }
}

/** Leaves all but the last of this many loops and goes on with that one. */
export class Continue {
  levels: number;
  constructor(levels: number) {
    this.levels = levels;
  }
}

/** Leaves a function or a sourced file. */
export class Return {
  readonly code: number;
  constructor(code: number) {
    this.code = code;
  }
}

/** Leaves the shell. */
export class Exit {
  readonly code: number;
  constructor(code: number) {
    this.code = code;
  }
}

/** Ctrl-C at a prompt: leaves whatever runs, but not the shell. */
export class Interrupted {}

/** A mistake that ends the command, and a shell that is not interactive too: `${x?}`, an unset variable under `set -u`. */
export class ShellError extends Error {
  readonly code: number;
  /** True where it ends a shell that runs a script. */
  readonly isFatal: boolean;
  constructor(message: string, options: { readonly code?: number; readonly isFatal?: boolean } = {}) {
    super(message);
    this.code = options.code ?? 1;
    this.isFatal = options.isFatal ?? false;
  }
}
