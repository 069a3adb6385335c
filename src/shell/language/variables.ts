// Variables: reading, setting, exporting; indexed arrays; local scopes.
import { ShellError } from './completion.ts';
import type { Shell, Variable } from './shell-state.ts';

const namePattern = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Elements an array holds at most. */
const maxIndex = 10_000;
const maxValueChars = 4 * 1024 * 1024;

export function isName(text: string): boolean {
  return namePattern.test(text);
}

/** The value as one text: of an array, its first element. */
export function getVariable(shell: Shell, name: string): string | undefined {
  const value = shell.variables.get(name)?.value;
  return typeof value === 'string' ? value : value?.[0];
}

export function setVariable(shell: Shell, name: string, value: string | string[]): void {
  const variable = writable(shell, name);
  if (typeof value === 'string' && value.length > maxValueChars) {
    throw new ShellError(`${name}: value longer than ${maxValueChars} characters`, { isFatal: true });
  }
  if (typeof value === 'string' && Array.isArray(variable.value)) variable.value[0] = value;
  else variable.value = value;
}

export function setElement(shell: Shell, name: string, index: number, value: string): void {
  const variable = writable(shell, name);
  const elements = typeof variable.value === 'string' ? [variable.value] : variable.value;
  const at = index < 0 ? elements.length + index : index;
  if (at < 0 || at > maxIndex) throw new ShellError(`${name}[${index}]: bad array subscript`);
  elements[at] = value;
  variable.value = elements;
}

function writable(shell: Shell, name: string): Variable {
  const known = shell.variables.get(name);
  if (known?.isReadonly === true) throw new ShellError(`${name}: readonly variable`, { isFatal: true });
  if (known !== undefined) {
    if (shell.options.has('allexport')) known.isExported = true;
    return known;
  }
  const variable = { value: '', isExported: shell.options.has('allexport'), isReadonly: false };
  shell.variables.set(name, variable);
  return variable;
}

export function unsetVariable(shell: Shell, name: string): void {
  const known = shell.variables.get(name);
  if (known?.isReadonly === true) throw new ShellError(`unset: ${name}: cannot unset: readonly variable`);
  shell.variables.delete(name);
}

/** What programs started now get: exported variables, arrays left out. */
export function environment(shell: Shell): Map<string, string> {
  const env = new Map<string, string>();
  for (const [name, { value, isExported }] of shell.variables) {
    if (isExported && typeof value === 'string') env.set(name, value);
  }
  return env;
}

/** Hides a variable until the running function ends. */
export function makeLocal(shell: Shell, name: string): void {
  const scope = shell.scopes.at(-1);
  if (scope === undefined || scope.has(name)) return;
  const outer = shell.variables.get(name);
  scope.set(name, outer);
  shell.variables.set(name, { value: '', isExported: outer?.isExported ?? false, isReadonly: false });
}

/** Brings back what a scope has hidden. */
export function leaveScope(shell: Shell): void {
  for (const [name, outer] of shell.scopes.pop() ?? []) {
    if (outer === undefined) shell.variables.delete(name);
    else shell.variables.set(name, outer);
  }
}

/** Sets variables for one command and returns how to undo it. */
export function setForCommand(shell: Shell, assignments: readonly (readonly [string, string])[]): () => void {
  const before = assignments.map(([name]) => {
    const variable = shell.variables.get(name);
    return [name, variable === undefined ? undefined : { ...variable }] as const;
  });
  for (const [name, value] of assignments) {
    setVariable(shell, name, value);
    (shell.variables.get(name) as Variable).isExported = true;
  }
  return () => {
    for (const [name, variable] of before.reverse()) {
      if (variable === undefined) shell.variables.delete(name);
      else shell.variables.set(name, variable);
    }
  };
}

/** What fields are split at: IFS. */
export function separatorsOf(shell: Shell): string {
  return getVariable(shell, 'IFS') ?? ' \t\n';
}
