// kubectl describe resourcequota and limitrange, and what they contribute to the description of their namespace.
import type { LimitRange, LimitRangeItem, ResourceQuota, View } from '../../sim/index.ts';
import {
  compareText,
  formatQuantity,
  LimitRangeKind,
  quantity,
  quantityOf,
  quantityValue,
  ResourceQuotaKind,
} from '../../sim/index.ts';
import type { Describer } from './describer.ts';
import { Document } from './document.ts';

const scopeTexts: ReadonlyMap<string, string> = new Map([
  [
    'Terminating',
    'Matches all pods that have an active deadline. These pods have a limited lifespan on a node before being actively terminated by the system.',
  ],
  [
    'NotTerminating',
    'Matches all pods that do not have an active deadline. These pods usually include long running pods whose container command is not expected to terminate.',
  ],
  [
    'BestEffort',
    'Matches all pods that do not have resource requirements set. These pods have a best effort quality of service.',
  ],
  [
    'NotBestEffort',
    'Matches all pods that have at least one resource requirement set. These pods have a burstable or guaranteed quality of service.',
  ],
]);

export const describeResourceQuota: Describer<ResourceQuota> = (quota) => {
  const document = new Document();
  document.line(0, 'Name:', quota.metadata.name);
  document.line(0, 'Namespace:', quota.metadata.namespace ?? '');
  addScopes(document, 0, quota, ' * ');
  document.line(0, 'Resource', 'Used', 'Hard');
  document.line(0, '--------', '----', '----');
  for (const [name, used, hard] of usageOf(quota)) document.line(0, name, inFormatOf(hard, used), hard);
  return document.toString();
};

function addScopes(document: Document, level: number, { spec }: ResourceQuota, bullet: string): void {
  const scopes = [...(spec.scopes ?? [])].sort();
  if (scopes.length === 0) return;
  document.line(level, 'Scopes:', scopes.join(', '));
  for (const scope of scopes) {
    const text = scopeTexts.get(scope);
    if (text) document.line(level, bullet + text);
  }
}

function usageOf({ status = {} }: ResourceQuota): [name: string, used: string, hard: string][] {
  const { hard = {}, used = {} } = status;
  const names = Object.keys(hard).sort(compareText);
  return names.map((name) => [name, used[name] ?? '0', hard[name] ?? '0']);
}

/** The amount as it would be written in the notation of another: 1Gi in that of 2G is 1073741824. */
function inFormatOf(other: string, text: string): string {
  const [{ format }, amount] = [quantity(other), quantity(text)];
  return formatQuantity(format === amount.format ? amount : quantityOf(quantityValue(amount), 0, format));
}

const columns = [
  'Type',
  'Resource',
  'Min',
  'Max',
  'Default Request',
  'Default Limit',
  'Max Limit/Request Ratio',
];

export const describeLimitRange: Describer<LimitRange> = (range) => {
  const document = new Document();
  document.line(0, 'Name:', range.metadata.name);
  document.line(0, 'Namespace:', range.metadata.namespace ?? '');
  document.line(0, ...columns);
  document.line(0, ...columns.map((title) => '-'.repeat(title.length)));
  addLimits(document, range, '');
  return document.toString();
};

const fields = ['min', 'max', 'defaultRequest', 'default', 'maxLimitRequestRatio'] as const;

/** Departs: a type's resources come in order; the real kubectl's order is chance. */
function addLimits(document: Document, { spec }: LimitRange, indent: string): void {
  for (const item of spec.limits ?? []) {
    const names = new Set(fields.flatMap((field) => Object.keys(item[field] ?? {})));
    for (const name of [...names].sort(compareText)) {
      document.line(0, indent + item.type, name, ...amountsOf(item, name));
    }
  }
}

function amountsOf(item: LimitRangeItem, name: string): string[] {
  return fields.map((field) => item[field]?.[name] ?? '-');
}

/** What a description of a namespace says of the quotas and limits in it. */
export function addBounds(document: Document, namespace: string, view: View): void {
  document.line(0);
  addQuotas(document, byName(view.list(ResourceQuotaKind, namespace)));
  document.line(0);
  addLimitRanges(document, byName(view.list(LimitRangeKind, namespace)));
}

function addQuotas(document: Document, quotas: readonly ResourceQuota[]): void {
  if (quotas.length === 0) {
    document.line(0, 'No resource quota.');
    return;
  }
  document.line(0, 'Resource Quotas');
  for (const quota of quotas) {
    document.line(1, 'Name:', quota.metadata.name);
    addScopes(document, 1, quota, '* ');
    document.line(1, 'Resource', 'Used', 'Hard');
    document.line(1, '--------', '---', '---');
    for (const row of usageOf(quota)) document.line(1, ...row);
  }
}

function addLimitRanges(document: Document, ranges: readonly LimitRange[]): void {
  if (ranges.length === 0) {
    document.line(0, 'No LimitRange resource.');
    return;
  }
  document.line(0, 'Resource Limits');
  document.line(0, ` ${columns[0]}`, ...columns.slice(1));
  document.line(0, ...columns.map((title, i) => (i === 0 ? ' ' : '') + '-'.repeat(title.length)));
  for (const range of ranges) addLimits(document, range, ' ');
}

function byName<T extends { metadata: { name: string } }>(objects: readonly T[]): T[] {
  return [...objects].sort((a, b) => compareText(a.metadata.name, b.metadata.name));
}
