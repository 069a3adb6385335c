// A ReplicaSet or a ReplicationController never creates more pods than it is to have.
import type { Kind } from '../../api/kind.ts';
import type { KubeObject } from '../../api/meta.ts';
import { keyOf } from '../../api/meta.ts';
import { ReplicaSetKind } from '../../api/replica-set.ts';
import { ReplicationControllerKind } from '../../api/replication-controller.ts';
import { activePods, ownersServed } from './created-pods.ts';
import type { Invariant } from './moment.ts';

type Replicas = KubeObject & { readonly spec: { readonly replicas?: number } };

const controllers: readonly (readonly [name: string, kind: Kind])[] = [
  ['replicaset-controller', ReplicaSetKind as Kind],
  ['replication-controller', ReplicationControllerKind as Kind],
];

export const replicaCount: Invariant = {
  name: 'a ReplicaSet never creates more pods than it is to have [I7]',
  broken: (moment) =>
    controllers.flatMap(([component, kind]) => {
      const served = ownersServed(moment, component);
      if (served.size === 0) return [];
      return moment.view.list(kind).flatMap((object) => {
        const { metadata, spec } = object as Replicas;
        if (!served.has(metadata.uid ?? '')) return [];
        const [count, wanted] = [activePods(moment.view, metadata.uid).length, spec.replicas ?? 1];
        return count > wanted ? [`${kind.singular} ${keyOf(object)} has ${count} pods of ${wanted}`] : [];
      });
    }),
};
