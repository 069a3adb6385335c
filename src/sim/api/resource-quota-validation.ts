// Validation of a ResourceQuota, and of changes to it.
// Source: "Resource Quotas" in the documentation; wording from Kubernetes' own validation.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { compareText } from '../machinery/go-text.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import type { ResourceQuota, ResourceQuotaSpec, ScopeRequirement } from './resource-quota.ts';
import { isHugePages, validateQuantity, validateResourceName } from './resources-validation.ts';

const SPEC = FieldPath.of('spec');
const SCOPES_AT = SPEC.child('scopes');
const QUOTA_RESOURCES = new Set([
  ...'cpu memory ephemeral-storage requests.cpu requests.memory requests.storage'.split(' '),
  ...'requests.ephemeral-storage limits.cpu limits.memory limits.ephemeral-storage pods'.split(' '),
  ...'resourcequotas services replicationcontrollers secrets persistentvolumeclaims configmaps'.split(' '),
  ...'services.nodeports services.loadbalancers'.split(' '),
]);
const POD_RESOURCES = new Set(
  'pods cpu memory limits.cpu limits.memory requests.cpu requests.memory'.split(' '),
);
/** The resources that a quota with that scope may count. */
const SCOPES: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>([
  ['Terminating', POD_RESOURCES],
  ['NotTerminating', POD_RESOURCES],
  ['BestEffort', new Set(['pods'])],
  ['NotBestEffort', POD_RESOURCES],
  ['PriorityClass', POD_RESOURCES],
  ['CrossNamespacePodAffinity', POD_RESOURCES],
  ['VolumeAttributesClass', new Set(['persistentvolumeclaims', 'requests.storage'])],
]);
const ANY_VALUE = new Set(['PriorityClass', 'VolumeAttributesClass']);
const CONFLICTS = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
] as const;

export function validateResourceQuota({ metadata, spec }: ResourceQuota): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Subdomain);
  const { hard = {}, scopes = [], scopeSelector } = spec;
  for (const name of Object.keys(hard).sort(compareText)) {
    const path = SPEC.child('hard').key(name);
    validateResourceName(name, path, errors);
    if (!name.includes('/') && !isQuotaResource(name)) {
      errors.push(invalid(path, name, 'must be a standard resource for quota'));
    }
    validateQuantity(name, hard[name] ?? '0', path, errors);
  }
  for (const scope of scopes) checkScope(spec, scope, SCOPES_AT, SCOPES_AT, scopes, errors);
  checkConflicts(scopes, SCOPES_AT, scopes, errors);
  if (scopeSelector) validateScopeSelector(spec, errors);
  return errors;
}

function isQuotaResource(name: string): boolean {
  return QUOTA_RESOURCES.has(name) || isHugePages(name.replace(/^requests\./, ''));
}

function validateScopeSelector(spec: ResourceQuotaSpec, errors: FieldError[]): void {
  const path = SPEC.child('scopeSelector', 'matchExpressions');
  const requirements = spec.scopeSelector?.matchExpressions ?? [];
  const written = {
    MatchExpressions: requirements.map(({ scopeName, operator, values }) => ({
      ScopeName: scopeName,
      Operator: operator,
      Values: values ?? null,
    })),
  };
  for (const requirement of requirements) {
    checkScope(spec, requirement.scopeName, path, path.child('scopeName'), written, errors);
    validateRequirement(requirement, path, errors);
  }
  const names = requirements.map(({ scopeName }) => scopeName);
  checkConflicts(names, path, spec.scopes ?? null, errors);
}

function validateRequirement(
  { scopeName, operator, values = [] }: ScopeRequirement,
  path: FieldPath,
  errors: FieldError[],
): void {
  if (SCOPES.has(scopeName) && !ANY_VALUE.has(scopeName) && operator !== 'Exists') {
    const detail =
      "must be 'Exist' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity";
    errors.push(invalid(path.child('operator'), operator, detail));
  }
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length > 0) return;
    const detail = "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector";
    errors.push(required(path.child('values'), detail));
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length === 0) return;
    const detail = "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector";
    errors.push(invalid(path.child('values'), values, detail));
  } else {
    errors.push(invalid(path.child('operator'), operator, 'not a valid selector operator'));
  }
}

/** A scope there is, and which fits what is counted. `shown` is the value that the second mistake is told with. */
function checkScope(
  { hard = {} }: ResourceQuotaSpec,
  scope: string,
  path: FieldPath,
  namePath: FieldPath,
  shown: unknown,
  errors: FieldError[],
): void {
  const counted = SCOPES.get(scope);
  if (!counted) errors.push(invalid(namePath, namePath === path ? shown : scope, 'unsupported scope'));
  for (const name of Object.keys(hard).sort(compareText)) {
    if (counted && isQuotaResource(name) && !counted.has(name)) {
      errors.push(invalid(path, shown, 'unsupported scope applied to resource'));
    }
  }
}

function checkConflicts(
  scopes: readonly string[],
  path: FieldPath,
  shown: unknown,
  errors: FieldError[],
): void {
  for (const [a, b] of CONFLICTS) {
    if (scopes.includes(a) && scopes.includes(b)) errors.push(invalid(path, shown, 'conflicting scopes'));
  }
}

export function validateResourceQuotaUpdate(next: ResourceQuota, old: ResourceQuota): FieldError[] {
  const errors = validateMetadataUpdate(next.metadata, old.metadata);
  const [scopes, before] = [next, old].map(({ spec }) => [...new Set(spec.scopes)].sort().join(','));
  if (scopes !== before) {
    errors.push(invalid(SCOPES_AT, next.spec.scopes ?? null, 'field is immutable'));
  }
  return errors;
}
