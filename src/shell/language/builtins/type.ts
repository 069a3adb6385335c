// type, command, builtin: what a name stands for, and running it while passing over functions.
import { resolvePath } from '../../../sim/index.ts';
import type { Builtin, Shell } from '../shell-state.ts';
import { complain, write } from '../shell-state.ts';
import { runNamed } from '../simple-command.ts';
import { environment, getVariable } from '../variables.ts';
import { instantly } from './builtin.ts';

const keywords: ReadonlySet<string> = new Set([
  'if',
  'then',
  'else',
  'elif',
  'fi',
  'for',
  'in',
  'do',
  'done',
  'while',
  'until',
  'case',
  'esac',
  'function',
  'time',
  '{',
  '}',
  '!',
  '[[',
  ']]',
]);

type Meaning =
  | { readonly kind: 'keyword' | 'function' | 'builtin' }
  | { readonly kind: 'alias'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string };

function meaningOf(shell: Shell, name: string): Meaning | undefined {
  const text = shell.aliases.get(name);
  if (text !== undefined) return { kind: 'alias', text };
  if (keywords.has(name)) return { kind: 'keyword' };
  if (shell.functions.has(name)) return { kind: 'function' };
  if (shell.builtins.has(name)) return { kind: 'builtin' };
  const path = pathOf(shell, name);
  return path === undefined ? undefined : { kind: 'file', path };
}

/** Where a program is found. */
function pathOf(shell: Shell, name: string): string | undefined {
  const { host } = shell.process;
  const isThere = (path: string) => typeof host.lookup(path, environment(shell), shell.cwd) === 'function';
  if (name.includes('/')) return isThere(name) ? name : undefined;
  if (!isThere(name)) return undefined;
  const directories = (getVariable(shell, 'PATH') ?? '/usr/bin:/bin').split(':');
  return directories.map((directory) => resolvePath(shell.cwd, `${directory}/${name}`)).find(isThere);
}

export const type = instantly((shell, args) => {
  const isShort = args[0] === '-t';
  let code = 0;
  for (const name of args.filter((arg) => !/^-[taP]+$/.test(arg))) {
    const meaning = meaningOf(shell, name);
    if (meaning === undefined) {
      code = 1;
      if (isShort) continue;
      if (shell.dialect === 'bash') complain(shell, `type: ${name}: not found`);
      else write(shell, 1, `${name}: not found\n`);
    } else write(shell, 1, `${isShort ? meaning.kind : describe(name, meaning)}\n`);
  }
  return code;
});

function describe(name: string, meaning: Meaning): string {
  if (meaning.kind === 'file') return `${name} is ${meaning.path}`;
  if (meaning.kind === 'alias') return `${name} is aliased to \`${meaning.text}'`;
  if (meaning.kind === 'function') return `${name} is a function`;
  return `${name} is a shell ${meaning.kind}`;
}

/** What could be typed instead. */
function briefly(name: string, meaning: Meaning): string {
  if (meaning.kind === 'alias') return `alias ${name}='${meaning.text}'`;
  return meaning.kind === 'file' ? meaning.path : name;
}

/** `command [-v|-V] name [argument …]`. */
export const command: Builtin = function* (shell, argv) {
  const [flag] = argv.slice(1);
  if (flag === '-v' || flag === '-V') {
    const meanings = argv.slice(2).map((name) => [name, meaningOf(shell, name)] as const);
    for (const [name, meaning] of meanings) {
      if (meaning === undefined) {
        if (flag === '-V') complain(shell, `${name}: not found`);
      } else if (flag === '-V') write(shell, 1, `${describe(name, meaning)}\n`);
      else write(shell, 1, `${briefly(name, meaning)}\n`);
    }
    return meanings.some(([, meaning]) => meaning !== undefined) ? 0 : 1;
  }
  const rest = argv.slice(flag === '--' || flag === '-p' ? 2 : 1);
  return rest.length === 0 ? 0 : yield* runNamed(shell, rest, { isLast: false });
};

export const builtin: Builtin = function* (shell, argv) {
  const name = argv[1];
  if (name === undefined) return 0;
  const found = shell.builtins.get(name);
  if (found === undefined) return complain(shell, `builtin: ${name}: not a shell builtin`);
  return yield* found(shell, argv.slice(1));
};
