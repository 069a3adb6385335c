// What the API server accepts in a pod but would rather not see: sentences sent beside its answer.
// Source: wording from recordings of 1.36.
import { goQuote } from '../machinery/go-text.ts';
import { dns1123Label } from '../machinery/names.ts';
import { parseQuantity, quantityMilliValue } from '../machinery/quantity.ts';
import type { Container, PodSpec } from './pod-spec.ts';

/** The nodes' labels that have a new name. */
const OLD_NODE_LABELS = new Map([
  ['beta.kubernetes.io/arch', 'deprecated since v1.14; use "kubernetes.io/arch" instead'],
  ['beta.kubernetes.io/os', 'deprecated since v1.14; use "kubernetes.io/os" instead'],
  [
    'failure-domain.beta.kubernetes.io/region',
    'deprecated since v1.17; use "topology.kubernetes.io/region" instead',
  ],
  [
    'failure-domain.beta.kubernetes.io/zone',
    'deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  ],
]);

/** What is worth a warning in a pod's spec; `path` is where it is: spec, or spec.template.spec. */
export function podSpecWarnings(spec: PodSpec, path: string): string[] {
  const warnings: string[] = [];
  for (const key of Object.keys(spec.nodeSelector ?? {})) {
    const message = OLD_NODE_LABELS.get(key);
    if (message) warnings.push(`${path}.nodeSelector[${key}]: ${message}`);
  }
  for (const [i, volume] of (spec.volumes ?? []).entries()) {
    if (!('gitRepo' in volume)) continue;
    warnings.push(`${path}.volumes[${i}].gitRepo: deprecated in v1.11, and disabled by default in v1.33+`);
  }
  for (const field of ['initContainers', 'containers'] as const) {
    for (const [i, container] of (spec[field] ?? []).entries()) {
      warnings.push(...containerWarnings(container, `${path}.${field}[${i}]`));
    }
  }
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0) {
    const message = 'must be >= 0; negative values are invalid and will be treated as 1';
    warnings.push(`${path}.terminationGracePeriodSeconds: ${message}`);
  }
  return warnings;
}

/** A name that becomes part of host names should be one part of a DNS name. */
export function hostNameWarnings(name: string, usedIn: string): string[] {
  const messages = dns1123Label(name);
  if (messages.length === 0) return [];
  const advice = 'which can result in surprising behavior; a DNS label is recommended';
  return [`metadata.name: this is used in ${usedIn}, ${advice}: [${messages.join(' ')}]`];
}

function containerWarnings({ env = [], ports = [], resources }: Container, path: string): string[] {
  const warnings: string[] = [];
  for (const field of ['limits', 'requests'] as const) {
    for (const resource of ['memory', 'ephemeral-storage']) {
      const text = resources?.[field]?.[resource];
      const amount = text === undefined ? undefined : parseQuantity(text);
      if (!amount?.ok || quantityMilliValue(amount.value) % 1000 === 0) continue;
      const message = `fractional byte value ${goQuote(text ?? '')} is invalid, must be an integer`;
      warnings.push(`${path}.resources.${field}[${resource}]: ${message}`);
    }
  }
  const names = new Set<string>();
  for (const [i, { name, value = '' }] of env.entries()) {
    // A later definition may build on the one before it.
    if (names.has(name) && !value.includes(`$(${name})`)) {
      const message = `hides previous definition of ${goQuote(name)}, which may be dropped when using apply`;
      warnings.push(`${path}.env[${i}]: ${message}`);
    }
    names.add(name);
  }
  const numbers = new Map<string, number>();
  for (const [i, { containerPort, protocol = 'TCP' }] of ports.entries()) {
    const port = `${containerPort}/${protocol}`;
    const first = numbers.get(port);
    if (first === undefined) numbers.set(port, i);
    else warnings.push(`${path}.ports[${i}]: duplicate port definition with ${path}.ports[${first}]`);
  }
  return warnings;
}
