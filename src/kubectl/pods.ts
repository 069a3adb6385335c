// The pod behind a word such as `web-0`, `pod/web-0`, `deploy/web` or `svc/web`, and which of its containers is meant.
import type { Kind, Pod, Service, Status } from '../sim/index.ts';
import { compileLabelSelector, isPodReady, PodKind, ServiceKind } from '../sim/index.ts';
import type { CommandError, Context } from './command.ts';
import { serverError, usageError } from './command.ts';
import { mapAt, textAt } from './objects.ts';
import { kindOf } from './resources.ts';

/** Which words kubectl has for a command that looks for a pod. */
export interface PodSearch {
  /** Says on stderr which of several pods it is. */
  readonly tells?: boolean;
  /** What cannot be done with an object that selects no pods. */
  readonly purpose?: string;
  /** The refusal where there is no object of that name; what the server says, if absent. */
  missing?(status: Status): CommandError;
}

/** Finds a pod by its own name or through what selects it. Throws `CommandError` where there is none. */
export function findPod(context: Context, word: string, options: PodSearch = {}): Pod {
  const pods = findPods(context, word, options);
  const best = [...pods].sort(byFitness)[0];
  if (best && pods.length > 1 && options.tells) {
    context.err(`Found ${pods.length} pods, using pod/${best.metadata.name}\n`);
  }
  if (!best) throw usageError(`timed out waiting for the condition`);
  return best;
}

/** The Service that a word names; undefined where it names something else. Throws `CommandError` where it names nothing. */
export function serviceBehind(context: Context, word: string): Service | undefined {
  const { kind, name } = readWord(context, word);
  if (kind !== (ServiceKind as unknown)) return undefined;
  const answer = context.cluster.api.get(kind, context.namespace, name);
  if (!answer.ok) throw serverError(answer.status);
  return answer.object as Service;
}

/** All pods behind a word, in order of name. */
export function findPods(
  context: Context,
  word: string,
  { purpose = 'attach to', missing = serverError }: PodSearch = {},
): readonly Pod[] {
  const { kind, name } = readWord(context, word);
  const { api } = context.cluster;
  const answer = api.get(kind, kind.namespaced ? context.namespace : '', name);
  if (!answer.ok) throw missing(answer.status);
  if (isPodKind(kind)) return [answer.object as Pod];
  const labels = selectorOf(kind, answer.object);
  if (!labels) {
    const why =
      kind.kind === 'Service'
        ? `invalid service '${name}': Service is defined without a selector`
        : `selector for *v1.${kind.kind} not implemented`;
    throw usageError(`cannot ${purpose} *v1.${kind.kind}: ${why}`);
  }
  return api.list(PodKind, context.namespace).filter((pod) => labels.matches(pod.metadata.labels ?? {}));
}

function readWord(context: Context, word: string): { kind: Kind; name: string } {
  const [type = '', name, ...more] = word.split('/');
  if (name === undefined) return { kind: PodKind as Kind, name: word };
  if (type === '' || name === '' || more.length > 0) {
    throw usageError('arguments in resource/name form must have a single resource and name');
  }
  return { kind: kindOf(context, type), name };
}

function selectorOf(kind: Kind, object: unknown) {
  const selector = mapAt(object, 'spec', 'selector');
  if (Object.keys(selector).length === 0) return undefined;
  // Services and replication controllers select by plain labels, the others by a label selector.
  const isPlain = kind.group === '';
  const compiled = compileLabelSelector(
    isPlain ? { matchLabels: selector as Record<string, string> } : selector,
  );
  return compiled.ok ? compiled.value : undefined;
}

export function isPodKind(kind: Kind): boolean {
  return kind.group === '' && kind.kind === 'Pod';
}

/** Pods that run and are ready come first, then the older ones. */
function byFitness(a: Pod, b: Pod): number {
  const rank = (pod: Pod) =>
    (pod.spec.nodeName ? 0 : 4) + (pod.status?.phase === 'Running' ? 0 : 2) + (isPodReady(pod) ? 0 : 1);
  return rank(a) - rank(b) || (a.metadata.name < b.metadata.name ? -1 : 1);
}

/** Every container's name, the ordinary ones first. */
export function containerNames({ spec }: Pod): readonly string[] {
  return [...spec.containers, ...(spec.initContainers ?? [])].map(({ name }) => name);
}

const DEFAULT_CONTAINER = 'kubectl.kubernetes.io/default-container';

/** The container that is meant where none is named: says so on stderr if there was a choice. */
export function defaultContainer(context: Context, pod: Pod): string {
  const first = pod.spec.containers[0]?.name ?? '';
  const named = textAt(pod, 'metadata', 'annotations', DEFAULT_CONTAINER);
  if (named !== undefined && containerNames(pod).includes(named)) return named;
  if (containerNames(pod).length > 1) {
    context.err(`Defaulted container ${JSON.stringify(first)} out of: ${containerList(pod)}\n`);
  }
  return first;
}

/** `web, side, setup (init)`. */
export function containerList({ spec }: Pod): string {
  return [
    ...spec.containers.map(({ name }) => name),
    ...(spec.initContainers ?? []).map(({ name }) => `${name} (init)`),
  ].join(', ');
}
