// A claim that only one pod may use is used by no second one.
import { PersistentVolumeClaimKind } from '../../api/persistent-volume-claim.ts';
import { claimNamesOf } from '../../storage/claims.ts';
import type { FilterPlugin } from '../framework.ts';

const TAKEN = 'node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode';

export const volumeRestrictions: FilterPlugin = {
  name: 'VolumeRestrictions',
  prepare({ pod, view }) {
    const namespace = pod.metadata.namespace ?? '';
    const exclusive = new Set<string>();
    for (const name of claimNamesOf(pod)) {
      const claim = view.get(PersistentVolumeClaimKind, namespace, name);
      if (!claim) return { refusal: `persistentvolumeclaim "${name}" not found` };
      if (claim.spec.accessModes?.includes('ReadWriteOncePod')) exclusive.add(name);
    }
    if (exclusive.size === 0) return undefined;
    return {
      filter: ({ pods }) =>
        pods.some(
          (other) =>
            other.metadata.namespace === namespace && claimNamesOf(other).some((name) => exclusive.has(name)),
        )
          ? { reasons: [TAKEN], isFinal: false }
          : undefined,
    };
  },
};
