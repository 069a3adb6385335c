// Plugins: a program `kubectl-foo` where programs are looked for is the command `kubectl foo`.
import type { Process, Program, Wait } from '../sim/index.ts';

/** Every plugin, in the order of the PATH. */
export function pluginPaths({ env, host: { files } }: Process): readonly string[] {
  const found: string[] = [];
  for (const directory of new Set((env.get('PATH') ?? '').split(':').filter(Boolean))) {
    if (files.stat(directory)?.type !== 'directory') continue;
    for (const name of files.list(directory)) {
      const path = `${directory.replace(/\/$/, '')}/${name}`;
      if (name.startsWith('kubectl-') && files.stat(path)?.type === 'file') found.push(path);
    }
  }
  return found;
}

export function isExecutable({ host }: Process, path: string): boolean {
  return ((host.files.stat(path)?.mode ?? 0) & 0o111) !== 0;
}

interface Plugin {
  readonly program: Program;
  readonly argv: readonly string[];
}

/** The plugin that the words name, the longest name first: `kubectl foo bar` is `kubectl-foo-bar`, else `kubectl-foo`. */
export function findPlugin({ host, env, cwd }: Process, words: readonly string[]): Plugin | undefined {
  const end = words.findIndex((word) => word.startsWith('-'));
  const named = (end < 0 ? words : words.slice(0, end)).map((word) => word.replaceAll('-', '_'));
  for (let length = named.length; length > 0; length--) {
    const name = `kubectl-${named.slice(0, length).join('-')}`;
    const program = host.lookup(name, env, cwd);
    if (typeof program === 'function') return { program, argv: [name, ...words.slice(length)] };
  }
  return undefined;
}

/** Runs a plugin in place of kubectl; returns its exit code. */
export function* runPlugin(process: Process, { program, argv }: Plugin): Generator<Wait, number, void> {
  const { host, env, cwd, stdin, stdout, stderr } = process;
  const child = host.spawn(program, { argv: [...argv], env, cwd, stdin, stdout, stderr });
  while (child.exitCode() === undefined) yield { ready: () => child.exitCode() !== undefined };
  return child.exitCode() ?? 1;
}
