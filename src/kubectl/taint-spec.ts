// Taints as kubectl taint is given them: `key=value:Effect`, `key:Effect`, and with a dash behind them what is to go.
import type { Node } from '../sim/index.ts';
import { labelValue, qualifiedName } from '../sim/index.ts';

export type Taint = NonNullable<Node['spec']['taints']>[number];

/** A taint that goes: of all effects, if it names none. */
export interface TaintToRemove {
  readonly key: string;
  readonly effect: string;
}

export interface TaintChanges {
  readonly add: readonly Taint[];
  readonly remove: readonly TaintToRemove[];
}

/** What is wrong with a taint. `message` is kubectl's. */
export class TaintError extends Error {}

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Throws `TaintError`. */
export function parseTaints(specs: readonly string[]): TaintChanges {
  const add: Taint[] = [];
  const remove: TaintToRemove[] = [];
  for (const spec of specs) {
    if (spec.endsWith('-')) {
      const { key, effect } = parseTaint(spec.slice(0, -1));
      remove.push({ key, effect });
      continue;
    }
    const { key, value, effect } = parseTaint(spec);
    if (effect === '') throw new TaintError(`invalid taint spec: ${spec}`);
    if (add.some((taint) => taint.key === key && taint.effect === effect)) {
      const written = `{${key} ${value} ${effect} <nil>}`;
      throw new TaintError(`duplicated taints with the same key and effect: ${written}`);
    }
    add.push({ effect, key, ...(value === '' ? {} : { value }) } as Taint);
  }
  return { add, remove };
}

function parseTaint(spec: string): { key: string; value: string; effect: string } {
  const invalid = (why: readonly string[] = []) =>
    new TaintError(`invalid taint spec: ${spec}${why.length > 0 ? `, ${why.join('; ')}` : ''}`);
  const [pair = '', effect = '', ...more] = spec.split(':');
  if (more.length > 0) throw invalid();
  const hasEffect = spec.includes(':');
  if (hasEffect && !EFFECTS.includes(effect)) {
    throw new TaintError(`invalid taint effect: ${effect}, unsupported taint effect`);
  }
  const [key = '', value = '', ...others] = hasEffect ? pair.split('=') : [pair];
  if (others.length > 0) throw invalid();
  for (const messages of [labelValue(value), qualifiedName(key)])
    if (messages.length > 0) throw invalid(messages);
  return { key, value, effect };
}

/** A taint as messages name it: `key:Effect`, or the key alone. */
export function taintText({ key, effect }: TaintToRemove): string {
  return effect === '' ? key : `${key}:${effect}`;
}
