// LimitRanges: what pods and claims may ask for at least and at most.
// Source: "Limit Ranges"; wording from recordings of 1.36 and Kubernetes' own messages.
// Departs: several complaints come sorted by resource; the real server's order changes from one request to the next.
import type { Kind } from '../../api/kind.ts';
import type { LimitRangeItem } from '../../api/limit-range.ts';
import { LimitRangeKind } from '../../api/limit-range.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim.ts';
import { PersistentVolumeClaimKind } from '../../api/persistent-volume-claim.ts';
import type { Pod } from '../../api/pod.ts';
import { PodKind } from '../../api/pod.ts';
import { podResources } from '../../api/pod-resources.ts';
import type { View } from '../../component.ts';
import type { Quantity } from '../../machinery/quantity.ts';
import { compareQuantities, formatQuantity, isZero, quantityMilliValue } from '../../machinery/quantity.ts';
import type { ResourceList } from '../../machinery/resource-list.ts';
import { readResources } from '../../machinery/resource-list.ts';
import type { Status } from '../status.ts';
import { forbidden } from '../status.ts';

interface Asked {
  readonly requests: ResourceList;
  readonly limits: ResourceList;
}

/** Why an object is outside of the bounds of its namespace; undefined if it is within. */
export function limitBounds(kind: Kind, object: KubeObject, view: View): Status | undefined {
  const complaintsOf = complainer(kind, object);
  if (!complaintsOf) return undefined;
  for (const { spec } of view.list(LimitRangeKind, object.metadata.namespace)) {
    const complaints = [...new Set((spec.limits ?? []).flatMap(complaintsOf))];
    if (complaints.length === 0) continue;
    const [first = ''] = complaints;
    const why = complaints.length === 1 ? first : `[${complaints.join(', ')}]`;
    return forbidden(kind, object.metadata.name, why);
  }
  return undefined;
}

function complainer(kind: Kind, object: KubeObject): ((item: LimitRangeItem) => string[]) | undefined {
  if (kind === (PodKind as Kind)) return (item) => podComplaints(object as Pod, item);
  if (kind !== (PersistentVolumeClaimKind as Kind)) return undefined;
  return (item) => claimComplaints(object as PersistentVolumeClaim, item);
}

function podComplaints({ spec }: Pod, item: LimitRangeItem): string[] {
  if (item.type === 'Pod') {
    const asked = { requests: podResources(spec, 'requests'), limits: podResources(spec, 'limits') };
    return outOfBounds(item, asked);
  }
  if (item.type !== 'Container') return [];
  return [...spec.containers, ...(spec.initContainers ?? [])].flatMap(({ resources }) => {
    const asked = { requests: readResources(resources?.requests), limits: readResources(resources?.limits) };
    return outOfBounds(item, asked);
  });
}

/** Claims have no limits: their requests must be within both bounds. */
function claimComplaints({ spec }: PersistentVolumeClaim, item: LimitRangeItem): string[] {
  if (item.type !== 'PersistentVolumeClaim') return [];
  const requests = readResources(spec.resources?.requests);
  return [
    ...each(item.min, (name, min) => tooLittle(item.type, name, min, { requests, limits: new Map() })),
    ...each(item.max, (name, max) => {
      const request = requests.get(name);
      const bound = `maximum ${name} usage per ${item.type} is ${formatQuantity(max)}`;
      if (!request) return `${bound}.  No request is specified`;
      return compareQuantities(request, max) > 0
        ? `${bound}, but request is ${formatQuantity(request)}`
        : undefined;
    }),
  ];
}

function outOfBounds({ type, min, max, maxLimitRequestRatio }: LimitRangeItem, asked: Asked): string[] {
  return [
    ...each(min, (name, bound) => tooLittle(type, name, bound, asked)),
    ...each(max, (name, bound) => tooMuch(type, name, bound, asked)),
    ...each(maxLimitRequestRatio, (name, bound) => tooFarApart(type, name, bound, asked)),
  ];
}

function each(
  bounds: Readonly<Record<string, string>> | undefined,
  complain: (name: string, bound: Quantity) => string | undefined,
): string[] {
  const sorted = [...readResources(bounds)].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([name, bound]) => complain(name, bound) ?? []);
}

function tooLittle(
  type: string,
  name: string,
  min: Quantity,
  { requests, limits }: Asked,
): string | undefined {
  const [request, limit] = [requests.get(name), limits.get(name)];
  const bound = `minimum ${name} usage per ${type} is ${formatQuantity(min)}`;
  if (!request) return `${bound}.  No request is specified`;
  if (compareQuantities(request, min) < 0) return `${bound}, but request is ${formatQuantity(request)}`;
  if (limit && compareQuantities(limit, min) < 0) return `${bound}, but limit is ${formatQuantity(limit)}`;
  return undefined;
}

function tooMuch(type: string, name: string, max: Quantity, { requests, limits }: Asked): string | undefined {
  const [request, limit] = [requests.get(name), limits.get(name)];
  const bound = `maximum ${name} usage per ${type} is ${formatQuantity(max)}`;
  if (!limit) return `${bound}.  No limit is specified`;
  if (compareQuantities(limit, max) > 0) return `${bound}, but limit is ${formatQuantity(limit)}`;
  if (request && compareQuantities(request, max) > 0) {
    return `${bound}, but request is ${formatQuantity(request)}`;
  }
  return undefined;
}

function tooFarApart(
  type: string,
  name: string,
  max: Quantity,
  { requests, limits }: Asked,
): string | undefined {
  const [request, limit] = [requests.get(name), limits.get(name)];
  const bound = `${name} max limit to request ratio per ${type} is ${formatQuantity(max)}`;
  if (!request || isZero(request)) return `${bound}, but no request is specified or request is 0`;
  if (!limit || isZero(limit)) return `${bound}, but no limit is specified or limit is 0`;
  const ratio = quantityMilliValue(limit) / quantityMilliValue(request);
  if (ratio * 1000 <= quantityMilliValue(max)) return undefined;
  return `${bound}, but provided ratio is ${ratio.toFixed(6)}`;
}
