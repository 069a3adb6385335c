// Validation of the annotations that mean something to a pod.
// Source: "Well-Known Labels, Annotations and Taints"; wording of the 1.36 API server.
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { compareText, goQuote } from '../machinery/go-text.ts';
import { checkDescending } from './path-validation.ts';
import type { PodSpec } from './pod-spec.ts';

const MIRROR = 'kubernetes.io/config.mirror';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const SECCOMP_OF_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP = 'container.seccomp.security.alpha.kubernetes.io/';
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

type Annotations = Readonly<Record<string, string>>;

interface SeccompProfile {
  readonly type?: string;
  readonly localhostProfile?: string;
}

/** How annotations write the types of profiles. */
const ANNOTATED: Readonly<Record<string, RegExp>> = {
  Unconfined: /^unconfined$/,
  RuntimeDefault: /^(runtime|docker)\/default$/,
  Localhost: /^localhost\//,
};

const INTEGER = /^(0|-?[1-9]\d*)$/;
const [MIN_INT32, MAX_INT32] = [-(2 ** 31), 2 ** 31 - 1];

export function validatePodAnnotations(
  given: Annotations | undefined,
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

/** Annotations by which a node made a pod, or confines it, are there from the start or not at all. */
export function checkAnnotationUpdate(
  [next = {}, old = {}]: readonly [Annotations | undefined, Annotations | undefined],
  path: FieldPath,
  errors: FieldError[],
): void {
  for (const key of Object.keys({ ...old, ...next }).sort(compareText)) {
    const what =
      key === MIRROR ? 'mirror pod annotation' : key.startsWith(APP_ARMOR) && 'AppArmor annotations';
    if (!what || next[key] === old[key]) continue;
    const doing = Object.hasOwn(old, key) ? 'remove or update' : 'add';
    errors.push(forbidden(path.key(key), `may not ${doing} ${what}`));
  }
}

/** A seccomp profile that an annotation and a field both name is the same in both. */
export function checkSeccompFields(
  { annotations = {} }: { readonly annotations?: Annotations },
  spec: PodSpec,
  path: FieldPath,
  errors: FieldError[],
): void {
  match(annotations[SECCOMP_OF_POD], spec.securityContext, path);
  for (const field of ['initContainers', 'containers'] as const) {
    for (const [i, { name, securityContext }] of (spec[field] ?? []).entries()) {
      match(annotations[SECCOMP + name], securityContext, path.child(field).index(i));
    }
  }

  function match(annotation: string | undefined, context: unknown, owner: FieldPath): void {
    const profile = (context as { seccompProfile?: SeccompProfile } | undefined)?.seccompProfile;
    if (annotation === undefined || profile === undefined) return;
    const at = owner.child('securityContext', 'seccompProfile');
    if (ANNOTATED[profile.type ?? '']?.test(annotation) === false) {
      errors.push(forbidden(at.child('type'), 'seccomp type in annotation and field must match'));
    } else if (profile.type === 'Localhost' && annotation !== `localhost/${profile.localhostProfile}`) {
      const detail = 'seccomp profile in annotation and field must match';
      errors.push(forbidden(at.child('localhostProfile'), detail));
    }
  }
}
