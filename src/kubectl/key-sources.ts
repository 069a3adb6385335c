// --from-literal, --from-file and --from-env-file: the keys and values that `create configmap` and `create secret` collect.
import { configMapKey, envVarName, goQuote } from '../sim/index.ts';
import type { Context } from './command.ts';
import { usageError } from './command.ts';
import type { FlagSpec } from './flags.ts';
import { absolutePath } from './paths.ts';

export const keySourceFlags: readonly FlagSpec[] = [
  { name: 'from-file', type: 'list', help: 'A file, KEY=FILE, or a directory whose files become keys' },
  { name: 'from-literal', type: 'each', help: 'A key with its value, as KEY=VALUE' },
  { name: 'from-env-file', type: 'list', help: 'A file with a line KEY=VALUE for each key' },
];

export const appendHashFlag: FlagSpec = {
  name: 'append-hash',
  type: 'bool',
  help: 'Put a hash of the contents behind the name',
};

/** Takes one key, or throws `CommandError` if it cannot be one. */
type AddKey = (key: string, text: string) => void;

/** The texts of a ConfigMap or a Secret by key. Throws `CommandError`. */
export function readKeys(context: Context, kind: 'ConfigMap' | 'Secret', name: string): Map<string, string> {
  const { flags } = context;
  const [files, literals, envFiles] = ['from-file', 'from-literal', 'from-env-file'].map(flags.list);
  if (envFiles?.length && (files?.length || literals?.length)) {
    throw usageError('from-env-file cannot be combined with from-file or from-literal');
  }
  const texts = new Map<string, string>();
  const add: AddKey = (key, text) => {
    refuseKey(kind, name, key, texts);
    texts.set(key, text);
  };
  const fromFiles = () => {
    for (const source of files ?? []) addFile(context, source, add);
  };
  const fromLiterals = () => {
    for (const source of literals ?? []) addLiteral(source, add);
  };
  // Which comes first shows only where one of them is wrong.
  for (const step of kind === 'ConfigMap' ? [fromFiles, fromLiterals] : [fromLiterals, fromFiles]) step();
  for (const path of envFiles ?? []) addEnvFile(context, path, kind, add);
  return texts;
}

function refuseKey(kind: string, name: string, key: string, texts: ReadonlyMap<string, string>): void {
  const problems = configMapKey(key);
  if (problems.length > 0) {
    const words =
      kind === 'ConfigMap'
        ? 'is not a valid key name for a ConfigMap:'
        : 'is not valid key name for a Secret';
    throw usageError(`${goQuote(key)} ${words} ${problems.join(kind === 'ConfigMap' ? ',' : ';')}`);
  }
  if (!texts.has(key)) return;
  const already = 'another key by that name already exists';
  throw usageError(
    kind === 'ConfigMap'
      ? `cannot add key ${goQuote(key)}, ${already} in Data for ConfigMap ${goQuote(name)}`
      : `cannot add key ${key}, ${already}`,
  );
}

function addLiteral(source: string, add: AddKey): void {
  const equals = source.indexOf('=');
  if (equals <= 0) throw usageError(`invalid literal source ${source}, expected key=value`);
  add(source.slice(0, equals), source.slice(equals + 1));
}

/** The key and the path of a --from-file. */
export function keyAndPath(source: string): [key: string, path: string] {
  const [first = '', second, ...more] = source.split('=');
  if (second === undefined) return [source.replace(/\/+$/, '').split('/').at(-1) || '/', source];
  if (more.length > 0) throw usageError("key names or file paths cannot contain '='");
  if (first === '') throw usageError(`key name for file path ${second} missing`);
  if (second === '') throw usageError(`file path for key name ${first} missing`);
  return [first, second];
}

export function addFile({ process }: Context, source: string, add: AddKey): void {
  const [key, path] = keyAndPath(source);
  const { files } = process.host;
  const where = absolutePath(process, path);
  const stat = files.stat(where);
  if (!stat) throw usageError(`error reading ${path}: no such file or directory`);
  if (stat.type === 'file') {
    add(key, textOf(files.read(where), path));
    return;
  }
  if (source.includes('=')) throw usageError('cannot give a key name for a directory path');
  for (const name of files.list(where)) {
    const below = `${where}/${name}`;
    if (files.stat(below)?.type === 'file') add(name, textOf(files.read(below), `${path}/${name}`));
  }
}

/** Departs: files hold texts here, so one of bytes that spell none is refused, not kept in binaryData. */
export function textOf(text: string, path: string): string {
  if (!text.includes('\ufffd')) return text;
  throw usageError(
    `petset keeps files as text, and ${JSON.stringify(path)} is none; use a text file instead`,
  );
}

function addEnvFile({ process }: Context, path: string, kind: 'ConfigMap' | 'Secret', add: AddKey): void {
  const { files } = process.host;
  const where = absolutePath(process, path);
  const stat = files.stat(where);
  if (!stat) throw usageError(`error reading ${path}: no such file or directory`);
  if (stat.type !== 'file') {
    throw usageError(`env ${kind === 'ConfigMap' ? 'config' : 'secret'} file cannot be a directory`);
  }
  const lines = files
    .read(where)
    .replace(/^\ufeff/, '')
    .split('\n');
  for (const line of lines.map((it) => it.trimStart().replace(/\r$/, ''))) {
    if (line === '' || line.startsWith('#')) continue;
    const equals = line.indexOf('=');
    const key = equals < 0 ? line : line.slice(0, equals);
    const problems = envVarName(key);
    if (problems.length > 0)
      throw usageError(`${goQuote(key)} is not a valid key name: ${problems.join(';')}`);
    // A name alone takes its value from the environment.
    add(key, equals < 0 ? (process.env.get(key) ?? '') : line.slice(equals + 1));
  }
}
