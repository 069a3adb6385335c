// `key=value` and `key-` behind the resources of label and annotate.
import { usageError } from './command.ts';

export interface PairWords {
  readonly resources: readonly string[];
  readonly pairs: readonly string[];
}

/** Takes a call's words apart. Throws `CommandError` where a resource stands after the first change. */
export function splitPairs(words: readonly string[], type: 'label' | 'annotation'): PairWords {
  const first = words.findIndex(isPair);
  if (first < 0) return { resources: words, pairs: [] };
  const late = words.slice(first).find((word) => !isPair(word));
  if (late !== undefined) {
    throw usageError(`all resources must be specified before ${type} changes: ${late}`);
  }
  return { resources: words.slice(0, first), pairs: words.slice(first) };
}

function isPair(word: string): boolean {
  return word.indexOf('=') > 0 || (word.endsWith('-') && word !== '-');
}

export interface MetadataChange {
  readonly set: ReadonlyMap<string, string>;
  readonly remove: readonly string[];
}

/** What pairs ask for; `check` may refuse a value. Throws `CommandError`. */
export function readPairs(
  pairs: readonly string[],
  type: 'label' | 'annotation',
  check: (key: string, value: string) => void = () => {},
): MetadataChange {
  const set = new Map<string, string>();
  const remove: string[] = [];
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals < 0) remove.push(pair.slice(0, -1));
    else {
      const [key, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
      check(key, value);
      set.set(key, value);
    }
  }
  if (remove.some((key) => set.has(key))) {
    throw usageError(
      `can not both modify and remove ${type === 'label' ? 'a label' : 'an annotation'} in the same command`,
    );
  }
  return { set, remove };
}
