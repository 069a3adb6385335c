// ResourceQuota: how much a namespace may hold.
import { compareText } from '../machinery/go-text.ts';
import { ageColumn, nameColumn, quantityText } from './columns.ts';
import type { Kind } from './kind.ts';
import type { KubeObject } from './meta.ts';
import { validateResourceQuota, validateResourceQuotaUpdate } from './resource-quota-validation.ts';

export interface ResourceQuota extends KubeObject {
  spec: ResourceQuotaSpec;
  status?: { hard?: Record<string, string>; used?: Record<string, string> };
}

export interface ResourceQuotaSpec {
  /** Amounts by resource: `pods`, `requests.cpu`, `count/deployments.apps` … */
  hard?: Record<string, string>;
  /** Which objects count; all must hold. */
  scopes?: string[];
  scopeSelector?: { matchExpressions?: ScopeRequirement[] };
}

export interface ScopeRequirement {
  scopeName: string;
  operator: string;
  values?: string[];
}

export const ResourceQuotaKind: Kind<ResourceQuota> = {
  group: '',
  version: 'v1',
  kind: 'ResourceQuota',
  plural: 'resourcequotas',
  singular: 'resourcequota',
  shortNames: ['quota'],
  namespaced: true,
  schema: 'io.k8s.api.core.v1.ResourceQuota',
  hasStatus: true,
  prepareForCreate(draft) {
    draft.status = {};
  },
  validate: validateResourceQuota,
  validateUpdate: validateResourceQuotaUpdate,
  columns: [
    nameColumn,
    { name: 'REQUEST', cell: (quota) => usageText(quota, (name) => !isLimit(name)) },
    { name: 'LIMIT', cell: (quota) => usageText(quota, isLimit) },
    ageColumn,
  ],
};

function isLimit(name: string): boolean {
  return name.startsWith('limits.');
}

/** `pods: 1/3, requests.cpu: 0/2`. */
function usageText({ status = {} }: ResourceQuota, includes: (name: string) => boolean): string {
  const { hard = {}, used = {} } = status;
  const names = Object.keys(hard).filter(includes).sort(compareText);
  return names
    .map((name) => `${name}: ${quantityText(used[name] ?? '0')}/${quantityText(hard[name])}`)
    .join(', ');
}
