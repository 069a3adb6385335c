// `KEY=VALUE` and `KEY-` behind the resources of `set env`, and what they make of a container's variables.
import type { EnvVar } from '../sim/index.ts';
import { envVarName, goQuote } from '../sim/index.ts';
import { usageError } from './command.ts';

export interface EnvWords {
  readonly resources: readonly string[];
  readonly changes: readonly string[];
}

/** Takes a call's words apart. Throws `CommandError` where a resource stands after the first change. */
export function splitEnvWords(words: readonly string[]): EnvWords {
  const first = words.findIndex(isChange);
  if (first < 0) return { resources: words, changes: [] };
  if (!words.slice(first).every(isChange)) {
    throw usageError(`all resources must be specified before environment changes: ${words.join(' ')}`);
  }
  return { resources: words.slice(0, first), changes: words.slice(first) };
}

function isChange(word: string): boolean {
  return word.indexOf('=', 1) > 0 || word.endsWith('-');
}

export interface EnvChange {
  readonly set: readonly EnvVar[];
  readonly remove: readonly string[];
}

/** What words ask for; `-` stands for the lines of standard input. Throws `CommandError`. */
export function readEnvChange(words: readonly string[], standardInput: string): EnvChange {
  const set: EnvVar[] = [];
  const remove: string[] = [];
  const named = new Set<string>();
  for (const word of words) {
    const equals = word.indexOf('=');
    if (word === '-') set.push(...readLines(standardInput));
    else if (equals >= 0) {
      const name = word.slice(0, equals);
      const problems = envVarName(name);
      if (problems.length > 0) {
        throw usageError(`${goQuote(name)} is not a valid key name: ${problems.join(';')}`);
      }
      named.add(name);
      set.push({ name, value: word.slice(equals + 1) });
    } else if (word.endsWith('-')) remove.push(word.slice(0, -1));
    else throw usageError(`unknown environment variable: ${word}`);
  }
  if (remove.some((name) => named.has(name))) {
    throw usageError('can not both modify and remove the same environment variable in the same command');
  }
  return { set, remove };
}

/** Lines without `=` are passed over, and so is all from a `#` on. The API server judges the names. */
function readLines(text: string): EnvVar[] {
  return text.split('\n').flatMap((line) => {
    const [kept = ''] = line.replace(/\r$/, '').split('#');
    const equals = kept.indexOf('=');
    return equals < 0 ? [] : [{ name: kept.slice(0, equals), value: kept.slice(equals + 1) }];
  });
}

/** A key of a ConfigMap or a Secret as the name of a variable: `cache.size` becomes `CACHE_SIZE`. */
export function envNameOf(key: string): string {
  return key.replace(/[^a-zA-Z0-9_]/gu, '_').toUpperCase();
}

/** Variables keep their places, new ones follow in the order in which they were given; of one given twice the first counts. */
export function changeEnv(existing: readonly EnvVar[], { set, remove }: EnvChange): EnvVar[] {
  const given = new Map(set.toReversed().map((variable) => [variable.name, variable] as const));
  const done = new Set(remove);
  const changed: EnvVar[] = [];
  for (const variable of existing) {
    if (done.has(variable.name)) continue;
    const newer = given.get(variable.name);
    if (newer) done.add(variable.name);
    changed.push(newer ?? variable);
  }
  for (const variable of set) {
    if (done.has(variable.name)) continue;
    done.add(variable.name);
    changed.push(variable);
  }
  return changed;
}

/** What --overwrite=false has against a change; undefined for nothing. */
export function overwriteProblem(existing: readonly EnvVar[], { set }: EnvChange): string | undefined {
  for (const { name, value = '' } of set) {
    const current = existing.find((variable) => variable.name === name);
    if (!current || (current.value ?? '') === value) continue;
    return `'${name}' already has a value (${current.value ?? ''}), and --overwrite is false`;
  }
  return undefined;
}
