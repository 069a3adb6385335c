// Changes of a pod: next to nothing of its spec may change.
// Source: "Pod update and replacement"; wording and order of the 1.36 API server.
import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { innerPodSpec } from './inner-form.ts';
import { validateMetadataUpdate } from './metadata-validation.ts';
import type { Pod } from './pod.ts';
import { checkAnnotationUpdate } from './pod-annotation-validation.ts';
import { validateGatedPodUpdate } from './pod-gates.ts';
import type { Container, PodSpec, Toleration } from './pod-spec.ts';
import { inclusiveRange } from './scalar-validation.ts';
import { jsonDiff } from './text-diff.ts';

const SPEC = FieldPath.of('spec');
const MAX_SECONDS = 2 ** 31 - 1;
const CHANGEABLE = [
  '`spec.containers[*].image`',
  '`spec.initContainers[*].image`',
  '`spec.activeDeadlineSeconds`',
  '`spec.tolerations` (only additions to existing tolerations)',
  '`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
].join(',');

export function validatePodUpdate(next: Pod, old: Pod): FieldError[] {
  const errors = validateMetadataUpdate(next.metadata, old.metadata);
  const annotations = [next.metadata.annotations, old.metadata.annotations] as const;
  checkAnnotationUpdate(annotations, FieldPath.of('metadata', 'annotations'), errors);
  const mayGoOn = checkContainers(next.spec, old.spec, errors) && checkDeadline(next.spec, old.spec, errors);
  if (!mayGoOn) return errors;
  checkTolerations(next.spec.tolerations ?? [], old.spec.tolerations ?? [], errors);
  checkGates(next.spec, old.spec, errors);
  if (isEqual(next.spec, old.spec)) return errors;
  let allowed = withAllowedChanges(next.spec, old.spec);
  if (old.spec.schedulingGates?.length) allowed = validateGatedPodUpdate(allowed, old.spec, SPEC, errors);
  const [before, after] = [innerPodSpec(old.spec), innerPodSpec(allowed)];
  if (isEqual(before, after)) return errors;
  const detail = `pod updates may not change fields other than ${CHANGEABLE}\n${jsonDiff(before, after)}`;
  errors.push(forbidden(SPEC, detail));
  return errors;
}

/** False where nothing more is to be said, as the containers are others. */
function checkContainers(next: PodSpec, old: PodSpec, errors: FieldError[]): boolean {
  for (const field of ['containers', 'initContainers'] as const) {
    const [now, before] = [next[field] ?? [], old[field] ?? []];
    if (now.length !== before.length) {
      errors.push(forbidden(SPEC.child(field), 'pod updates may not add or remove containers'));
      return false;
    }
    for (const [i, { image = '' }] of now.entries()) {
      const path = SPEC.child(field).index(i).child('image');
      if (image === '') errors.push(required(path));
      if (image.trim() === image) continue;
      errors.push(invalid(path, image, 'must not have leading or trailing whitespace'));
    }
  }
  return true;
}

/** A deadline may be set, and come nearer. */
function checkDeadline(next: PodSpec, old: PodSpec, errors: FieldError[]): boolean {
  const [now, before] = [next.activeDeadlineSeconds, old.activeDeadlineSeconds];
  const path = SPEC.child('activeDeadlineSeconds');
  if (now === undefined) {
    if (before === undefined) return true;
    errors.push(invalid(path, null, 'must not update from a positive integer to nil value'));
    return true;
  }
  if (now < 0 || now > MAX_SECONDS) errors.push(invalid(path, now, inclusiveRange(0, MAX_SECONDS)));
  else if (before === undefined || now <= before) return true;
  else errors.push(invalid(path, now, 'must be less than or equal to previous value'));
  return false;
}

function checkTolerations(
  next: readonly Toleration[],
  old: readonly Toleration[],
  errors: FieldError[],
): void {
  const bare = (toleration: Toleration) => ({ ...toleration, tolerationSeconds: undefined });
  if (old.every((it) => next.some((other) => isEqual(bare(other), bare(it))))) return;
  const detail = 'existing toleration can not be modified except its tolerationSeconds';
  errors.push(forbidden(SPEC.child('tolerations'), detail));
}

function checkGates(next: PodSpec, old: PodSpec, errors: FieldError[]): void {
  for (const [i, { name }] of (next.schedulingGates ?? []).entries()) {
    if (old.schedulingGates?.some((gate) => gate.name === name)) continue;
    const detail = `only deletion is allowed, but found new scheduling gate '${name}'`;
    errors.push(forbidden(SPEC.child('schedulingGates').index(i).child('name'), detail));
  }
}

/** The new spec with what may change set back, so that what is left is forbidden. */
function withAllowedChanges(next: PodSpec, old: PodSpec): PodSpec {
  const grace = old.terminationGracePeriodSeconds ?? 0;
  const isMadeValid = grace < 0 && next.terminationGracePeriodSeconds === 1;
  return {
    ...next,
    containers: withImages(next.containers, old.containers),
    initContainers: next.initContainers && withImages(next.initContainers, old.initContainers),
    activeDeadlineSeconds: old.activeDeadlineSeconds,
    tolerations: old.tolerations,
    schedulingGates: old.schedulingGates,
    ...(isMadeValid ? { terminationGracePeriodSeconds: grace } : {}),
    // Departs: the scheduler writes it here, for want of a binding.
    nodeName: old.nodeName ? next.nodeName : old.nodeName,
  };
}

function withImages(containers: readonly Container[] = [], old: readonly Container[] = []): Container[] {
  return containers.map((container, i) => ({ ...container, image: old[i]?.image }));
}
