// The shell and the small programs, and a machine to run them on.

export { shell } from './container-shell.ts';
export type { Dialect } from './language/shell-state.ts';
export { createMachine, type Machine, type MachineOptions, type StartOptions } from './machine.ts';
export { programs } from './programs/index.ts';
export { type ScriptError, type SplitScript, type Step, splitScript } from './script.ts';
export { createShellProgram, type ShellOptions } from './shell.ts';
