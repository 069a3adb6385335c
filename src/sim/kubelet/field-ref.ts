// What a pod may learn of itself: fields of its object, and resources of its containers (downward API).
// Source: "Downward API" in the Kubernetes documentation.

import { metadataField } from '../api/metadata-fields.ts';
import { NodeKind } from '../api/node.ts';
import type { Container, Pod } from '../api/pod.ts';
import type { View } from '../component.ts';
import { quantity, scaledValue } from '../machinery/quantity.ts';
import type { Result } from '../machinery/result.ts';
import { failure, success } from '../machinery/result.ts';

export interface PodContext {
  readonly pod: Pod;
  readonly nodeName: string;
  readonly hostIp: string | undefined;
  readonly podIp: string | undefined;
}

/** The value of a field path such as metadata.name or metadata.labels['app']. */
export function fieldValue(context: PodContext, fieldPath: string): Result<string> {
  const { metadata, spec } = context.pod;
  const subscript = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(fieldPath);
  if (subscript) {
    const map = subscript[1] === 'labels' ? metadata.labels : metadata.annotations;
    const key = subscript[2] ?? '';
    return success(map && Object.hasOwn(map, key) ? (map[key] ?? '') : '');
  }
  const ofMetadata = metadataField(metadata, fieldPath);
  if (ofMetadata !== undefined) return success(ofMetadata);
  switch (fieldPath) {
    case 'spec.nodeName':
      return success(context.nodeName);
    case 'spec.serviceAccountName':
      return success(spec.serviceAccountName ?? 'default');
    case 'status.hostIP':
    case 'status.hostIPs':
      return success(context.hostIp ?? '');
    case 'status.podIP':
    case 'status.podIPs':
      return success(context.podIp ?? '');
    default:
      return failure(`unsupported fieldPath: ${fieldPath}`);
  }
}

/** The value of e.g. limits.memory of a container, in units of the divisor; limits that are not set are the node's. */
export function resourceValue(
  view: View,
  nodeName: string,
  container: Container,
  resource: string,
  divisor: string | undefined,
): Result<string> {
  const [list, name = ''] = splitAtDot(resource);
  if (list !== 'limits' && list !== 'requests')
    return failure(`unsupported container resource : ${resource}`);
  const set = container.resources?.[list];
  const text =
    (set && Object.hasOwn(set, name) ? set[name] : undefined) ?? missing(view, nodeName, list, name);
  if (text === undefined) return failure(`unsupported container resource : ${resource}`);
  const unit = scaledValue(quantity(divisor === undefined || divisor === '0' ? '1' : divisor), -3);
  const amount = scaledValue(quantity(text), -3);
  return success(String((amount + unit - 1n) / unit));
}

function missing(
  view: View,
  nodeName: string,
  list: 'limits' | 'requests',
  name: string,
): string | undefined {
  if (list === 'requests') return '0';
  const allocatable = view.get(NodeKind, '', nodeName)?.status?.allocatable;
  return allocatable && Object.hasOwn(allocatable, name) ? allocatable[name] : undefined;
}

function splitAtDot(resource: string): [string, string?] {
  const dot = resource.indexOf('.');
  return dot < 0 ? [resource] : [resource.slice(0, dot), resource.slice(dot + 1)];
}
