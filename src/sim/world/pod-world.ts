// What there is of one pod on its node: sandbox, pulls, containers.
import type { Pod } from '../api/pod.ts';
import type { Container } from './container.ts';
import type { Sandbox } from './sandbox.ts';
import type { PullRecord } from './world.ts';

export interface PodWorld {
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  readonly nodeName: string;
  sandbox: Sandbox | undefined;
  readonly pulls: Map<string, PullRecord>;
  readonly containers: Map<string, { latest: Container; previous: Container | undefined }>;
}

export function createPodWorld(pod: Pod): PodWorld {
  const { uid = '', namespace = '', name = '' } = pod.metadata;
  return {
    uid,
    namespace,
    name,
    nodeName: pod.spec.nodeName ?? '',
    sandbox: undefined,
    pulls: new Map(),
    containers: new Map(),
  };
}
