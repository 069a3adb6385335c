// Paths with wildcards that no shell has taken apart: `kubectl apply -f 'web/*.yaml'`.
import type { Process } from '../sim/index.ts';
import { absolutePath } from './paths.ts';

/** One letter of a name: any, or one of some. */
type Letter = (character: string) => boolean;

/** What stands between two slashes; `many` fits letters of any number. */
type Pattern = readonly (Letter | 'many')[];

/** The paths that a pattern fits, in order; undefined where it is malformed. */
export function filesLike(process: Process, pattern: string): readonly string[] | undefined {
  const parts = pattern.split('/');
  const read = parts.map(readPattern);
  if (read.includes(undefined)) return undefined;
  let found = pattern.startsWith('/') ? ['/'] : [''];
  for (const [depth, part] of parts.entries()) {
    if (part === '') continue;
    const end = depth < parts.length - 1 ? '/' : '';
    found = found.flatMap((directory) =>
      namesIn(process, directory, part, read[depth] as Pattern).map((name) => `${directory}${name}${end}`),
    );
  }
  return found.filter((path) => process.host.files.stat(absolutePath(process, path)) !== undefined);
}

function namesIn(process: Process, directory: string, part: string, pattern: Pattern): readonly string[] {
  // A name without wildcards, such as `..`, is taken as it is.
  if (!/[*?[\\]/.test(part)) return [part];
  const { files } = process.host;
  const path = absolutePath(process, directory === '' ? '.' : directory);
  if (files.stat(path)?.type !== 'directory') return [];
  return files.list(path).filter((name) => fits(pattern, [...name]));
}

/** Undefined where a bracket is not closed, or nothing follows a backslash. */
function readPattern(part: string): Pattern | undefined {
  const pattern: (Letter | 'many')[] = [];
  const pieces = /\*+|\?|\[(\^?)((?:\\.|[^\]\\])+)\]|\\(.)|([^[\\])/suy;
  while (pieces.lastIndex < part.length) {
    const piece = pieces.exec(part);
    if (!piece) return undefined;
    const [text, negation, range, escaped, plain] = piece;
    const isIn = range === undefined ? undefined : readRange(range);
    if (isIn) pattern.push((it) => isIn(it) === (negation === ''));
    else if (text.startsWith('*')) pattern.push('many');
    else if (text === '?') pattern.push(() => true);
    else pattern.push((it) => it === (escaped ?? plain));
  }
  return pattern;
}

/** `a-f0` of `[a-f0]`. */
function readRange(range: string): Letter {
  const letters = [...range.matchAll(/\\?(.)(?:-\\?(.))?/gsu)];
  return (it) => letters.some(([, from = '', to = from]) => from <= it && it <= to);
}

/** Goes back to the last `*` only, so that no pattern takes long. */
function fits(pattern: Pattern, name: readonly string[]): boolean {
  let [at, next] = [0, 0];
  let [star, starAt] = [-1, 0];
  while (at < name.length) {
    const letter = pattern[next];
    if (letter === 'many') {
      star = next++;
      starAt = at;
    } else if (letter?.(name[at] as string)) {
      at++;
      next++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (pattern[next] === 'many') next++;
  return next === pattern.length;
}
