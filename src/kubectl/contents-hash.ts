// --append-hash: a ConfigMap or a Secret is named after its contents, so that other contents make another object.
import type { KubeObject } from '../sim/index.ts';
import { goJson, sha256 } from '../sim/index.ts';
import type { Context } from './command.ts';

const LENGTH = 10;

/** Digits and vowels that could make words are told by other letters. */
const letters: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' };

/** The object under the name that it gets; the name it has, without the flag. */
export function namedByContents({ flags }: Context, object: ConfigMapOrSecret): ConfigMapOrSecret {
  if (!flags.bool('append-hash')) return object;
  const name = `${object.metadata.name}-${hashOf(object)}`;
  return { ...object, metadata: { ...object.metadata, name } };
}

export type ConfigMapOrSecret = KubeObject & {
  readonly data?: Readonly<Record<string, string>>;
  readonly type?: string;
};

function hashOf({ kind, data = {}, metadata: { name }, type = '' }: ConfigMapOrSecret): string {
  const sorted = Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
  const contents = { data: sorted, kind, name, ...(kind === 'Secret' ? { type } : {}) };
  const digits = sha256(goJson(contents)).slice(0, LENGTH);
  return digits.replace(/./g, (digit) => letters[digit] ?? digit);
}
