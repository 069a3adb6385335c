// What there is of one pod on its node: sandbox, pulls, containers.
import type { Pod } from '../api/pod.ts';
import type { Check } from './checks.ts';
import type { Container } from './container.ts';
import { OutsideLoad } from './outside-load.ts';
import type { Sandbox } from './sandbox.ts';
import type { PullRecord } from './world.ts';

export interface PodWorld {
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  readonly nodeName: string;
  sandbox: Sandbox | undefined;
  readonly pulls: Map<string, PullRecord>;
  /** Requests that are said to arrive, beside those that are made. */
  readonly load: OutsideLoad;
  readonly containers: Map<string, { latest: Container; previous: Container | undefined }>;
  /** The last check of each container for each purpose: see `checkKey`. */
  readonly checks: Map<string, Check>;
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
    load: new OutsideLoad(),
    containers: new Map(),
    checks: new Map(),
  };
}

/** How much each container has written to the node. */
export function writtenChars({ containers }: PodWorld): ReadonlyMap<string, number> {
  return new Map([...containers].map(([name, { latest }]) => [name, latest.writtenChars()]));
}
