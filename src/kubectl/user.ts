// Who kubectl asks as: the cluster's administrator, or whom --as names in its place.
import type { Context } from './command.ts';

export interface User {
  readonly name: string;
  readonly uid: string;
  readonly groups: readonly string[];
}

/** The user that the API server sees. */
export function userOf({ flags }: Context): User {
  const name = flags.text('as');
  if (!name) {
    return {
      name: 'kubernetes-admin',
      uid: 'kubernetes-admin',
      groups: ['system:masters', 'system:authenticated'],
    };
  }
  const given = flags.list('as-group');
  const own = serviceAccountGroups(name);
  const groups = new Set([...(given.length > 0 ? given : own), 'system:authenticated']);
  return { name, uid: flags.text('as-uid') ?? '', groups: [...groups] };
}

function serviceAccountGroups(name: string): readonly string[] {
  const [, namespace] = /^system:serviceaccount:([^:]+):[^:]+$/.exec(name) ?? [];
  return namespace === undefined ? [] : ['system:serviceaccounts', `system:serviceaccounts:${namespace}`];
}
