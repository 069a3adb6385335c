// What the API server would rather not see in containers: amounts, variables and ports that are not what they seem.
// Source: wording and order of the 1.36 API server.
import { goQuote } from '../machinery/go-text.ts';
import { parseQuantity, quantityMilliValue } from '../machinery/quantity.ts';
import type { Container, PodSpec } from './pod-spec.ts';

/** Of what there is a whole number of bytes. */
const IN_BYTES = ['memory', 'ephemeral-storage', 'storage'];

/** That an amount is not a whole number of bytes. */
export function fractionWarning(resource: string, text: string | undefined, path: string): string[] {
  if (text === undefined || !IN_BYTES.includes(resource)) return [];
  const amount = parseQuantity(text);
  if (!amount.ok || quantityMilliValue(amount.value) % 1000 === 0) return [];
  return [`${path}[${resource}]: fractional byte value ${goQuote(text)} is invalid, must be an integer`];
}

export function containerWarnings({ env = [], resources }: Container, path: string): string[] {
  const warnings: string[] = [];
  for (const resource of ['memory', 'ephemeral-storage']) {
    for (const field of ['limits', 'requests'] as const) {
      const text = resources?.[field]?.[resource];
      warnings.push(...fractionWarning(resource, text, `${path}.resources.${field}`));
    }
  }
  const names = new Set<string>();
  for (const [i, { name, value = '', valueFrom }] of env.entries()) {
    // A later definition may build on the one before it.
    const isBuiltOn = !valueFrom && value !== `$(${name})` && value.includes(`$(${name})`);
    if (names.has(name) && !isBuiltOn) {
      const message = `hides previous definition of ${goQuote(name)}, which may be dropped when using apply`;
      warnings.push(`${path}.env[${i}]: ${message}`);
    }
    names.add(name);
  }
  return warnings;
}

interface Port {
  readonly name?: string;
  readonly containerPort?: number;
  readonly hostPort?: number;
  readonly hostIP?: string;
  readonly protocol?: string;
  readonly path: string;
}

/** The containers of a pod share its addresses, and so its ports. */
export function portWarnings(spec: PodSpec, path: string): string[] {
  const all = (['initContainers', 'containers'] as const).flatMap((field) =>
    (spec[field] ?? []).flatMap(({ ports = [] }, i) =>
      ports.map((port, j): Port => ({ ...port, path: `${path}.${field}[${i}].ports[${j}]` })),
    ),
  );
  return [
    ...all.flatMap((port, i) => warningsOf(port, all.slice(0, Math.min(i, MOST + 1)))),
    ...nameWarnings(all),
  ].slice(0, MOST);
}

/** Of every two of thousands of ports there would be millions of warnings; no answer holds more than these. */
const MOST = 100;

function warningsOf(port: Port, earlier: readonly Port[]): string[] {
  const hostIp =
    port.hostIP && !port.hostPort ? [`${port.path}: hostIP set without hostPort: ${shown(port)}`] : [];
  if (earlier.length > MOST) return hostIp;
  return [...hostIp, ...earlier.flatMap((other) => conflict(port, other))];
}

function conflict(port: Port, other: Port): string[] {
  if (port.containerPort !== other.containerPort || port.protocol !== other.protocol) return [];
  const [mine, its] = [port.hostPort ?? 0, other.hostPort ?? 0];
  const say = (what: string) => [`${port.path}: ${what} port definition with ${other.path}`];
  if (mine === its && (port.hostIP ?? '') === (other.hostIP ?? '')) return say('duplicate');
  if (mine === 0 || its === 0) return say('overlapping');
  const isOneForAll = !port.hostIP !== !other.hostIP;
  return mine === its && isOneForAll ? say('dangerously ambiguous') : [];
}

function nameWarnings(ports: readonly Port[]): string[] {
  const first = new Map<string, string>();
  return ports.flatMap(({ name = '', path }) => {
    const other = first.get(name);
    if (name !== '' && other === undefined) first.set(name, path);
    if (other === undefined) return [];
    const consequence = `services and probes that select ports by name will use ${other}`;
    return [`${path}: duplicate port name ${goQuote(name)} with ${other}, ${consequence}`];
  });
}

/** As Go prints a struct. */
function shown({ name = '', hostPort = 0, containerPort = 0, protocol = '', hostIP = '' }: Port): string {
  return `{Name:${name} HostPort:${hostPort} ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`;
}
