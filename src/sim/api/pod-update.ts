// Changes of a pod: next to nothing of its spec may change.
// Source: wording of the 1.36 API server.
// Departs: the API server goes on with a diff of its inner form of the two specs, which is left out here.
import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import type { Container, PodSpec, Toleration } from './pod-spec.ts';

const CHANGEABLE =
  '`spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';

export function validatePodSpecUpdate(next: PodSpec, old: PodSpec, path: FieldPath): FieldError[] {
  const errors: FieldError[] = [];
  if (next.containers.length !== old.containers.length) {
    return [forbidden(path.child('containers'), 'pod updates may not add or remove containers')];
  }
  if (next.initContainers?.length !== old.initContainers?.length) {
    return [forbidden(path.child('initContainers'), 'pod updates may not add or remove containers')];
  }
  const kept = old.tolerations ?? [];
  const added = (next.tolerations ?? []).slice(kept.length);
  if (!isAdditionOnly(next.tolerations ?? [], kept)) {
    errors.push(
      forbidden(
        path.child('tolerations'),
        'existing toleration can not be modified except its tolerationSeconds',
      ),
    );
  }
  const comparable: PodSpec = {
    ...next,
    containers: withImages(next.containers, old.containers),
    activeDeadlineSeconds: old.activeDeadlineSeconds,
    tolerations: added.length >= 0 ? old.tolerations : next.tolerations,
    // The scheduler's write.
    nodeName: old.nodeName ? next.nodeName : old.nodeName,
    // Only ever opened.
    schedulingGates: old.schedulingGates,
  };
  if (next.initContainers)
    comparable.initContainers = withImages(next.initContainers, old.initContainers ?? []);
  if (!isEqual(comparable, old)) {
    errors.push(forbidden(path, `pod updates may not change fields other than ${CHANGEABLE}\n`));
  }
  return errors;
}

function withImages(containers: readonly Container[], old: readonly Container[]): Container[] {
  return containers.map((container, i) => ({ ...container, image: old[i]?.image }));
}

function isAdditionOnly(next: readonly Toleration[], old: readonly Toleration[]): boolean {
  const bare = (toleration: Toleration) => ({ ...toleration, tolerationSeconds: undefined });
  return old.every((toleration) => next.some((it) => isEqual(bare(it), bare(toleration))));
}
