// Which kind a word or a manifest means.
import { kinds } from './index.ts';
import type { Kind } from './kind.ts';
import { apiVersionOf } from './kind.ts';

/** The order in which `kubectl get all` prints: that of the server's discovery. */
const CATEGORY_ORDER: readonly string[] = [
  'pods',
  'replicationcontrollers',
  'services',
  'daemonsets',
  'deployments',
  'replicasets',
  'statefulsets',
  'horizontalpodautoscalers',
  'cronjobs',
  'jobs',
];

/**
 * The kind that a word of kubectl's means, in any case: plural, singular, kind or short name, alone (`sts`) or with its
 * group (`statefulsets.apps`) or version and group (`statefulsets.v1.apps`). Undefined if there is none.
 */
export function findKind(word: string): Kind | undefined {
  const [name = '', ...rest] = word.toLowerCase().split('.');
  return kinds.find((kind) => answersTo(kind, name) && isQualifiedBy(kind, rest));
}

/** The kind that a manifest's apiVersion and kind name, written exactly; undefined if it is not served. */
export function kindFor(apiVersion: string, kind: string): Kind | undefined {
  return kinds.find((it) => it.kind === kind && apiVersionOf(it) === apiVersion);
}

/** The kinds of a category such as `all`, in the order in which kubectl prints them. */
export function kindsOfCategory(category: string): readonly Kind[] {
  const rank = ({ plural }: Kind) => {
    const position = CATEGORY_ORDER.indexOf(plural);
    return position < 0 ? CATEGORY_ORDER.length : position;
  };
  return kinds.filter((kind) => kind.categories?.includes(category)).sort((a, b) => rank(a) - rank(b));
}

function answersTo({ plural, singular, shortNames = [] }: Kind, name: string): boolean {
  return name !== '' && (name === plural || name === singular || shortNames.includes(name));
}

function isQualifiedBy({ group, version }: Kind, rest: readonly string[]): boolean {
  if (rest.length === 0) return true;
  const qualifier = rest.join('.');
  return qualifier === group || qualifier === `${version}.${group}`;
}
