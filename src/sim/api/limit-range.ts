// LimitRange: what a container, pod or claim of a namespace may ask for, and what it gets if it asks for nothing.
import { nameColumn } from './columns.ts';
import type { Kind } from './kind.ts';
import { validateLimitRange } from './limit-range-validation.ts';
import type { KubeObject } from './meta.ts';
import { validateMetadataUpdate } from './metadata-validation.ts';

export interface LimitRange extends KubeObject {
  spec: { limits?: LimitRangeItem[] };
}

/** Amounts by resource. */
type Amounts = Record<string, string>;

export interface LimitRangeItem {
  /** Container, Pod or PersistentVolumeClaim. */
  type: string;
  max?: Amounts;
  min?: Amounts;
  /** Limits of containers that have none. */
  default?: Amounts;
  /** Requests of containers that have none. */
  defaultRequest?: Amounts;
  maxLimitRequestRatio?: Amounts;
}

export const LimitRangeKind: Kind<LimitRange> = {
  group: '',
  version: 'v1',
  kind: 'LimitRange',
  plural: 'limitranges',
  singular: 'limitrange',
  shortNames: ['limits'],
  namespaced: true,
  schema: 'io.k8s.api.core.v1.LimitRange',
  defaults({ spec }) {
    for (const item of spec.limits ?? []) if (item.type === 'Container') fillInItem(item);
  },
  validate: validateLimitRange,
  validateUpdate: (next, old) => validateMetadataUpdate(next.metadata, old.metadata),
  columns: [
    nameColumn,
    { name: 'CREATED AT', cell: ({ metadata }) => metadata.creationTimestamp ?? '<unknown>' },
  ],
};

/** What is not said is said by something near it: the default by the maximum, the default request by the default, or the minimum. */
function fillInItem(item: LimitRangeItem): void {
  const limits = merged(item.max, item.default);
  const requests = merged(item.min, limits, item.defaultRequest);
  if (Object.keys(limits).length > 0) item.default = limits;
  if (Object.keys(requests).length > 0) item.defaultRequest = requests;
}

/** Later ones win; keys sorted, as the server writes them. */
function merged(...all: readonly (Amounts | undefined)[]): Amounts {
  const entries = Object.entries(Object.assign({}, ...all) as Amounts);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
