// A claim that only one pod may use is used by no second one, on whatever node the first is.
import { PersistentVolumeClaimKind } from '../../api/persistent-volume-claim.ts';
import type { Pod } from '../../api/pod.ts';
import { claimNamesOf } from '../../storage/claims.ts';
import type { FilterPlugin, NodeState } from '../framework.ts';

const TAKEN = 'node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode';

export const volumeRestrictions: FilterPlugin = {
  name: 'VolumeRestrictions',
  prepare({ pod, view, nodes }) {
    const namespace = pod.metadata.namespace ?? '';
    const exclusive = new Set<string>();
    for (const name of claimNamesOf(pod)) {
      const claim = view.get(PersistentVolumeClaimKind, namespace, name);
      if (!claim) return { refusal: `persistentvolumeclaim "${name}" not found` };
      if (claim.spec.accessModes?.includes('ReadWriteOncePod')) exclusive.add(name);
    }
    if (exclusive.size === 0) return undefined;
    const isUser = (other: Pod) =>
      other.metadata.namespace === namespace && claimNamesOf(other).some((name) => exclusive.has(name));
    const hasUser = ({ pods }: NodeState) => pods.some(isUser);
    const taken = nodes.filter(hasUser).map(({ name }) => name);
    return {
      // A node may be looked at without some of its pods; those of the others stay.
      filter: (state) =>
        hasUser(state) || taken.some((name) => name !== state.name)
          ? { reasons: [TAKEN], isFinal: false }
          : undefined,
    };
  },
};
