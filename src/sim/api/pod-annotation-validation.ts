// Validation of the annotations that mean something to a pod.
// Source: "Well-Known Labels, Annotations and Taints"; wording of the 1.36 API server.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { compareText, goQuote } from '../machinery/go-text.ts';
import { checkDescending } from './path-validation.ts';
import type { PodSpec } from './pod-spec.ts';

const MIRROR = 'kubernetes.io/config.mirror';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const SECCOMP_OF_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP = 'container.seccomp.security.alpha.kubernetes.io/';
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

const INTEGER = /^(0|-?[1-9]\d*)$/;
const [MIN_INT32, MAX_INT32] = [-(2 ** 31), 2 ** 31 - 1];

export function validatePodAnnotations(
  given: Readonly<Record<string, string>> | undefined,
  spec: PodSpec,
  path: FieldPath,
  errors: FieldError[],
): void {
  const annotations = given ?? {};
  const keys = Object.keys(annotations).sort(compareText);
  const annotation = (key: string) => (Object.hasOwn(annotations, key) ? annotations[key] : undefined);
  const mirror = annotation(MIRROR);
  if (mirror !== undefined && !spec.nodeName) {
    const detail = 'must set spec.nodeName if mirror pod annotation is set';
    errors.push(invalid(path.key(MIRROR), mirror, detail));
  }
  const cost = annotation(DELETION_COST);
  if (cost !== undefined && !isInt32(cost)) {
    errors.push(invalid(path.key(DELETION_COST), cost, 'must be a 32bit integer'));
  }
  for (const key of keys) {
    if (key !== SECCOMP_OF_POD && !key.startsWith(SECCOMP)) continue;
    checkSeccomp(annotations[key] ?? '', path.child(key), errors);
  }
  for (const key of keys) {
    if (key.startsWith(APP_ARMOR)) checkAppArmor(key, annotations[key] ?? '', spec, path, errors);
  }
}

function isInt32(text: string): boolean {
  const value = Number(text);
  return INTEGER.test(text) && value >= MIN_INT32 && value <= MAX_INT32;
}

function checkSeccomp(profile: string, path: FieldPath, errors: FieldError[]): void {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return;
  if (profile.startsWith('localhost/')) checkDescending(profile.slice('localhost/'.length), path, errors);
  else errors.push(invalid(path, profile, 'must be a valid seccomp profile'));
}

function checkAppArmor(
  key: string,
  profile: string,
  { containers = [], initContainers = [] }: PodSpec,
  path: FieldPath,
  errors: FieldError[],
): void {
  const container = key.slice(APP_ARMOR.length);
  if (![...initContainers, ...containers].some(({ name }) => name === container)) {
    errors.push(invalid(path.key(key), container, 'container not found'));
  }
  if (['', 'runtime/default', 'unconfined'].includes(profile) || profile.startsWith('localhost/')) return;
  errors.push(invalid(path.key(key), profile, `invalid AppArmor profile name: ${goQuote(profile)}`));
}
