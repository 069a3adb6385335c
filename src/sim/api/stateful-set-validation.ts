// Validation of a StatefulSet's spec, and of changes to it.
// Source: API reference of StatefulSet; wording from recordings of 1.36.
import { isEqual } from '../machinery/equality.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { forbidden, invalid, notSupported, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { dns1123Label } from '../machinery/names.ts';
import { validateClaimSpec } from './claim-validation.ts';
import type { PodTemplateSpec } from './pod-spec.ts';
import { checkLastingTemplate, checkTemplateLabels, validateTemplate } from './pod-validation.ts';
import { checkNonNegative, checkText } from './scalar-validation.ts';
import { validateSelector } from './selector-validation.ts';
import type { StatefulSetSpec } from './stateful-set.ts';

const CHANGEABLE = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
] as const;

export function validateStatefulSetSpec(spec: StatefulSetSpec, path: FieldPath, errors: FieldError[]): void {
  const policy: string = spec.podManagementPolicy ?? '';
  if (policy === '') errors.push(required(path.child('podManagementPolicy')));
  else if (policy !== 'OrderedReady' && policy !== 'Parallel') {
    const detail = "must be 'OrderedReady' or 'Parallel'";
    errors.push(invalid(path.child('podManagementPolicy'), policy, detail));
  }
  validateStrategy(spec.updateStrategy ?? {}, path.child('updateStrategy'), errors);
  for (const field of ['whenDeleted', 'whenScaled'] as const) {
    const value = spec.persistentVolumeClaimRetentionPolicy?.[field] ?? '';
    if (value === 'Retain' || value === 'Delete') continue;
    const at = path.child('persistentVolumeClaimRetentionPolicy', field);
    errors.push(notSupported(at, value, ['Retain', 'Delete']));
  }
  checkNonNegative(spec.replicas, path.child('replicas'), errors);
  checkNonNegative(spec.minReadySeconds, path.child('minReadySeconds'), errors);
  checkNonNegative(spec.ordinals?.start, path.child('ordinals', 'start'), errors);
  if (spec.serviceName) checkText(spec.serviceName, dns1123Label, path.child('serviceName'), errors);
  for (const [i, claim] of (spec.volumeClaimTemplates ?? []).entries()) {
    validateClaimSpec(claim.spec, path.child('volumeClaimTemplates').index(i).child('spec'), errors);
  }
  const selector = validateSelector(spec.selector, 'statefulset', '', path, errors);
  if (selector === undefined) return;
  const at = path.child('template');
  checkTemplateLabels(spec.template, selector, at, errors);
  validateTemplate(withClaims(spec), at, errors);
  checkLastingTemplate(spec.template, 'StatefulSet', at, errors);
}

function validateStrategy(
  strategy: NonNullable<StatefulSetSpec['updateStrategy']>,
  path: FieldPath,
  errors: FieldError[],
): void {
  const { rollingUpdate } = strategy;
  const type: string = strategy.type ?? '';
  const rolling = rollingUpdate
    ? { Partition: rollingUpdate.partition ?? 0, MaxUnavailable: rollingUpdate.maxUnavailable ?? null }
    : null;
  if (type === '') errors.push(required(path));
  else if (type === 'RollingUpdate') {
    checkNonNegative(rollingUpdate?.partition, path.child('rollingUpdate', 'partition'), errors);
  } else if (type === 'OnDelete') {
    if (rolling === null) return;
    const detail = "only allowed for updateStrategy 'RollingUpdate'";
    errors.push(invalid(path.child('rollingUpdate'), rolling, detail));
  } else {
    const detail = "must be 'RollingUpdate' or 'OnDelete'";
    errors.push(invalid(path, { Type: type, RollingUpdate: rolling }, detail));
  }
}

/** The template with the volumes that the claims will make. */
function withClaims({ template, volumeClaimTemplates = [] }: StatefulSetSpec): PodTemplateSpec {
  if (volumeClaimTemplates.length === 0) return template;
  const claimed = volumeClaimTemplates.map(({ metadata }) => ({
    name: metadata.name,
    persistentVolumeClaim: { claimName: metadata.name },
  }));
  const names = new Set(claimed.map(({ name }) => name));
  const others = (template.spec?.volumes ?? []).filter(({ name }) => !names.has(name));
  return { ...template, spec: { ...template.spec, volumes: [...claimed, ...others] } };
}

export function validateStatefulSetUpdate(
  next: StatefulSetSpec,
  old: StatefulSetSpec,
  path: FieldPath,
): FieldError[] {
  const fixed = (spec: StatefulSetSpec) => {
    const rest: Partial<StatefulSetSpec> = { ...spec };
    for (const field of CHANGEABLE) delete rest[field];
    return rest;
  };
  if (isEqual(fixed(next), fixed(old))) return [];
  const names = CHANGEABLE.map((field) => `'${field}'`);
  const list = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return [forbidden(path, `updates to statefulset spec for fields other than ${list} are forbidden`)];
}
