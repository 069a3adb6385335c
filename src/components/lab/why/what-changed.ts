/** A change of an object in the few words that matter to a learner. */
import type { Change, ContainerStatus, KubeObject, Pod } from '../../../sim/index.ts';
import { isEqual, isPodReady } from '../../../sim/index.ts';
import type { What } from './fact.ts';

type Loose = KubeObject & {
  readonly spec?: {
    readonly replicas?: number;
    readonly volumeName?: string;
    readonly template?: Template;
  };
  readonly status?: {
    readonly phase?: string;
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
};

interface Template {
  readonly spec?: { readonly containers?: readonly { readonly name: string; readonly image?: string }[] };
}

export function whatChanged({ type, kind, before, after }: Change): readonly What[] {
  if (type === 'ADDED') return [{ is: 'created' }];
  if (type === 'DELETED') return [{ is: 'gone' }];
  if (!before) return [];
  const ending =
    before.metadata.deletionTimestamp === undefined && after.metadata.deletionTimestamp !== undefined;
  return [
    ...(ending ? [{ is: 'ending' } as const] : []),
    ...(kind.kind === 'Pod' ? podChanges(before as Pod, after as Pod) : changes(before, after)),
  ];
}

function changes(before: Loose, after: Loose): What[] {
  const said: What[] = [];
  const [from, to] = [before.spec?.replicas, after.spec?.replicas];
  if (from !== undefined && to !== undefined && from !== to) said.push({ is: 'scaled', from, to });
  said.push(...templateChanges(before.spec?.template, after.spec?.template));
  if (!before.spec?.volumeName && after.spec?.volumeName)
    said.push({ is: 'bound', to: after.spec.volumeName });
  const isOther = said.length === 0 && before.metadata.generation !== after.metadata.generation;
  if (isOther) said.push({ is: 'spec' });
  if (after.kind === 'Node') said.push(...readiness(nodeIsReady(before), nodeIsReady(after)));
  return said;
}

function templateChanges(before: Template | undefined, after: Template | undefined): What[] {
  if (isEqual(before, after)) return [];
  const images = new Map(before?.spec?.containers?.map(({ name, image = '' }) => [name, image]));
  const changed = (after?.spec?.containers ?? []).flatMap(({ name: container, image: to = '' }): What[] => {
    const from = images.get(container);
    return from === undefined || from === to ? [] : [{ is: 'image', container, from, to }];
  });
  return changed.length > 0 ? changed : [{ is: 'template' }];
}

function podChanges(before: Pod, after: Pod): What[] {
  const said: What[] = [];
  if (!before.spec.nodeName && after.spec.nodeName) said.push({ is: 'bound', to: after.spec.nodeName });
  const statuses = new Map((before.status?.containerStatuses ?? []).map((it) => [it.name, it]));
  for (const status of after.status?.containerStatuses ?? []) {
    said.push(...containerChanges(statuses.get(status.name), status));
  }
  said.push(...readiness(isPodReady(before), isPodReady(after)));
  const phase = after.status?.phase ?? '';
  if (phase !== before.status?.phase && ['Failed', 'Succeeded'].includes(phase))
    said.push({ is: 'phase', phase });
  return said;
}

function containerChanges(before: ContainerStatus | undefined, after: ContainerStatus): What[] {
  const container = after.name;
  const said: What[] = [];
  const end = endOf(after);
  if (end && end.finishedAt !== (before && endOf(before))?.finishedAt) {
    said.push({ is: 'ended', container, exitCode: end.exitCode, reason: end.reason ?? '' });
  }
  if (after.restartCount > (before?.restartCount ?? 0)) {
    said.push({ is: 'restarted', container, count: after.restartCount });
  }
  return said;
}

/** The container's latest end, whether it has been started again since or not. */
function endOf({ state, lastState }: ContainerStatus) {
  return state?.terminated ?? lastState?.terminated;
}

function readiness(was: boolean, is: boolean): What[] {
  if (was === is) return [];
  return [is ? { is: 'ready' } : { is: 'unready' }];
}

function nodeIsReady({ status }: Loose): boolean {
  return status?.conditions?.some((it) => it.type === 'Ready' && it.status === 'True') ?? false;
}
