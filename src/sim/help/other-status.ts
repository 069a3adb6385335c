// Refusals that are about no field, or name theirs in passing.

import { kinds } from '../api/index.ts';
import { apiVersionOf } from '../api/kind.ts';
import type { Status } from '../apiserver/status.ts';
import type { JsonMap } from './locate.ts';
import type { Point } from './refusal.ts';

/** What messages say, and the field that they mean. */
const FIELDS: readonly (readonly [says: RegExp, path: string])[] = [
  [/no PriorityClass with name/, 'priorityClassName'],
  [/error looking up service account/, 'serviceAccountName'],
];

export function otherStatus({ reason }: Status, object: JsonMap, said: string): Point {
  const missing = /namespaces "([^"]*)" not found/.exec(said)?.[1];
  if (missing !== undefined) {
    const advice = { is: 'create-namespace', name: missing } as const;
    return { path: 'metadata.namespace', part: 'value', said, advice };
  }
  if (reason === 'AlreadyExists') {
    return { path: 'metadata.name', part: 'value', said, advice: { is: 'apply-instead' } };
  }
  if (said.includes('could not find the requested resource')) return withoutVersion(object, said);
  const [, unsupported] = /petset does not simulate (\S+) yet/.exec(said) ?? [];
  if (unsupported !== undefined) return { path: unsupported, part: 'key', said };
  const field = FIELDS.find(([says]) => says.test(said))?.[1];
  if (field !== undefined) return { path: `spec.${field}`, part: 'value', said };
  return { path: 'metadata.name', part: 'value', said };
}

function withoutVersion({ kind }: JsonMap, said: string): Point {
  const right = kinds.find((it) => it.kind === kind);
  const place = { path: 'apiVersion', part: 'value', said } as const;
  if (right === undefined) return place;
  const apiVersion = apiVersionOf(right);
  return { ...place, advice: { is: 'right-api', kind: right.kind, apiVersion }, instead: apiVersion };
}
