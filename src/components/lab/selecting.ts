/** Which pods a label selector catches, and of those that it misses, what they lack. */
import type { Cluster, Selector } from '../../sim/index.ts';
import { PodKind, parseSelector } from '../../sim/index.ts';

export interface Selecting {
  /** What is wrong with the selector, in kubectl's words. */
  readonly problem?: string;
  /** Pods that are caught, by uid. */
  readonly caught: readonly string[];
  readonly missed: readonly Miss[];
}

export interface Miss {
  readonly uid: string;
  /** The condition that does not hold: `app=web`. */
  readonly wanted: string;
  /** The value that the label has instead; undefined where the pod has no such label. */
  readonly has?: string;
  readonly key: string;
}

type Requirement = Selector['requirements'][number];

const PODS_MAX = 2_000;
const SIGNS: Partial<Record<Requirement['operator'], string>> = { gt: '>', lt: '<' };

export function selectPods(cluster: Cluster, text: string): Selecting {
  const parsed = parseSelector(text);
  if (!parsed.ok) return { problem: parsed.error, caught: [], missed: [] };
  const conditions = parsed.value.requirements.map((requirement) => {
    const wanted = textOf(requirement);
    const alone = parseSelector(wanted);
    return { wanted, key: requirement.key, selector: alone.ok ? alone.value : parsed.value };
  });
  const caught: string[] = [];
  const missed: Miss[] = [];
  for (const { metadata } of cluster.view.list(PodKind).slice(0, PODS_MAX)) {
    const { uid = '', labels } = metadata;
    const broken = conditions.find(({ selector }) => !selector.matches(labels));
    if (!broken) caught.push(uid);
    else {
      const has = labels?.[broken.key];
      missed.push({ uid, wanted: broken.wanted, key: broken.key, ...(has === undefined ? {} : { has }) });
    }
  }
  return { caught, missed };
}

function textOf({ key, operator, values }: Requirement): string {
  if (operator === 'exists') return key;
  if (operator === '!') return `!${key}`;
  if (operator === 'in' || operator === 'notin') return `${key} ${operator} (${values.join(',')})`;
  return `${key}${SIGNS[operator] ?? operator}${values[0] ?? ''}`;
}
