// What a Deployment writes on its ReplicaSets: which revision each is, which it was before, and for how many pods in all
// it was last sized.
import type { Deployment } from '../../api/deployment.ts';
import type { ReplicaSet } from '../../api/replica-set.ts';
import { maxSurgeOf, sizeOf } from './replica-sets.ts';

type Annotations = Readonly<Record<string, string>>;

export const REVISION = 'deployment.kubernetes.io/revision';
const REVISION_HISTORY = 'deployment.kubernetes.io/revision-history';
const DESIRED_REPLICAS = 'deployment.kubernetes.io/desired-replicas';
const MAX_REPLICAS = 'deployment.kubernetes.io/max-replicas';

const REVISION_HISTORY_MAX_CHARACTERS = 2000;

/** What stays behind when a Deployment's annotations are copied to its ReplicaSet. */
const NOT_COPIED: ReadonlySet<string> = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'deprecated.deployment.rollback.to',
  REVISION,
  REVISION_HISTORY,
  DESIRED_REPLICAS,
  MAX_REPLICAS,
]);

/** The number of a revision: 0 if there is none, undefined if it cannot be read. */
export function revisionOf({ metadata }: ReplicaSet): number | undefined {
  return readWhole(metadata.annotations?.[REVISION] ?? '0');
}

/** The number that follows those of the old ReplicaSets. */
export function nextRevision(old: readonly ReplicaSet[]): number {
  return Math.max(0, ...old.map((set) => revisionOf(set) ?? 0)) + 1;
}

/** For how many pods of the whole Deployment a ReplicaSet was last sized. */
export function desiredReplicasOf({ metadata }: ReplicaSet): number | undefined {
  return readWhole(metadata.annotations?.[DESIRED_REPLICAS]);
}

/** How many pods the whole Deployment could have had when a ReplicaSet was last sized. */
export function maxReplicasOf({ metadata }: ReplicaSet): number | undefined {
  return readWhole(metadata.annotations?.[MAX_REPLICAS]);
}

/** The annotations of the current ReplicaSet: the Deployment's, and the newest revision. */
export function annotationsForCurrent(
  deployment: Deployment,
  before: Annotations,
  revision: number,
): Record<string, string> {
  const copied = Object.entries(deployment.metadata.annotations ?? {}).filter(
    ([key]) => !NOT_COPIED.has(key),
  );
  const annotations: Record<string, string> = { ...before, ...Object.fromEntries(copied) };
  const given = before[REVISION];
  const known = readWhole(given ?? '0');
  // A revision that is no number is left as somebody wrote it; a later one stays, though others have gone since.
  if (known === undefined || known >= revision) return annotations;
  annotations[REVISION] = String(revision);
  if (given !== undefined) {
    const history = historyWith(before[REVISION_HISTORY] ?? '', given);
    if (history !== undefined) annotations[REVISION_HISTORY] = history;
  }
  return annotations;
}

/** The annotations that say for how many pods a ReplicaSet is sized. */
export function sizeAnnotations(deployment: Deployment): Record<string, string> {
  const size = sizeOf(deployment);
  return {
    [DESIRED_REPLICAS]: String(size),
    [MAX_REPLICAS]: String(size + maxSurgeOf(deployment)),
  };
}

/** A template that comes back keeps the numbers that it had before; the first are forgotten when they grow too many. */
function historyWith(before: string, revision: string): string | undefined {
  if (before === '') return revision;
  const kept = before.split(',');
  while (kept.length > 0 && [...kept, revision].join(',').length > REVISION_HISTORY_MAX_CHARACTERS)
    kept.shift();
  return kept.length === 0 ? undefined : [...kept, revision].join(',');
}

function readWhole(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
}
