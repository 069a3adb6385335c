// The ports of `kubectl port-forward`: `8080:80`, `80`, `:80`, `8080:http`; of a Service they are those of the pods behind it.
import type { Pod, Service, ServicePort } from '../../sim/index.ts';
import { goQuote } from '../../sim/index.ts';
import { usageError } from '../command.ts';

export interface ForwardedPort {
  /** 0: any that is free. */
  readonly local: number;
  readonly remote: number;
}

/** Puts numbers in place of a pod's names of ports. Throws `CommandError`. */
export function portsOfPod(words: readonly string[], pod: Pod): readonly string[] {
  const ports = pod.spec.containers.flatMap((container) => container.ports ?? []);
  refuseUdp(
    words,
    ports.map(({ containerPort, protocol, name }) => ({ port: containerPort, protocol, name })),
  );
  return words.map((word) => {
    const { local, remote } = split(word);
    return joined(local, remote, isNumber(remote) ? remote : String(numberOfName(pod, remote)));
  });
}

/** Puts the ports of the pod in place of those of a Service. Throws `CommandError`. */
export function portsOfService(words: readonly string[], service: Service, pod: Pod): readonly string[] {
  const ports = service.spec.ports ?? [];
  refuseUdp(words, ports);
  return words.map((word) => {
    const { local, remote } = split(word);
    const port = isNumber(remote) ? Number(remote) : portNamed(service, remote).port;
    const isSame = local === remote;
    return joined(
      isSame ? String(port) : local,
      isSame ? String(port) : remote,
      String(behind(service, pod, port)),
    );
  });
}

/** Reads the words once they are numbers. Throws `CommandError`. */
export function readPorts(words: readonly string[]): readonly ForwardedPort[] {
  return words.map((word) => {
    const [first = '', second, ...more] = word.split(':');
    if (more.length > 0) throw usageError(`invalid port format '${word}'`);
    const [local, remote] = second === undefined ? [first, first] : [first === '' ? '0' : first, second];
    const port = { local: numberOf(local, 'local'), remote: numberOf(remote, 'remote') };
    if (port.remote === 0) throw usageError('remote port must be > 0');
    return port;
  });
}

function split(word: string): { readonly local: string; readonly remote: string } {
  const parts = word.split(':');
  const [local = '', remote = local] = parts.length === 2 ? parts : [parts[0]];
  return { local, remote };
}

/** `local` as it was given, with the number that `remote` stands for. */
function joined(local: string, remote: string, number: string): string {
  return local === remote
    ? isNumber(local) && local !== number
      ? `${local}:${number}`
      : number
    : `${local}:${number}`;
}

const isNumber = (text: string) => /^[+-]?\d+$/.test(text);

function numberOfName({ metadata, spec }: Pod, name: string): number {
  const ports = spec.containers.flatMap((container) => container.ports ?? []);
  const port = ports.find((own) => own.name === name);
  if (port) return port.containerPort;
  throw usageError(`Pod '${metadata.name}' does not have a named port '${name}'`);
}

function portNamed({ metadata, spec }: Service, name: string): ServicePort {
  const port = spec.ports?.find((own) => own.name === name);
  if (port) return port;
  throw usageError(`Service '${metadata.name}' does not have a named port '${name}'`);
}

/** The pod's port behind a Service's. A headless Service has none of its own. */
function behind({ metadata, spec }: Service, pod: Pod, number: number): number {
  const port = spec.ports?.find((own) => own.port === number);
  if (!port) throw usageError(`Service ${metadata.name} does not have a service port ${number}`);
  if (spec.clusterIP === 'None') return number;
  const target = port.targetPort;
  return typeof target === 'string' ? numberOfName(pod, target) : target || number;
}

interface Port {
  readonly port: number;
  readonly protocol?: string | undefined;
  readonly name?: string | undefined;
}

/** Ports that only speak UDP cannot be forwarded. */
function refuseUdp(words: readonly string[], ports: readonly Port[]): void {
  const isUdp = (number: number) => {
    const own = ports.filter(({ port }) => port === number);
    return own.length > 0 && own.every(({ protocol }) => protocol === 'UDP');
  };
  for (const word of words) {
    const { remote } = split(word);
    const number = isNumber(remote) ? Number(remote) : ports.find(({ name }) => name === remote)?.port;
    if (number !== undefined && isUdp(number))
      throw usageError(`UDP protocol is not supported for ${remote}`);
  }
}

function numberOf(text: string, which: 'local' | 'remote'): number {
  const why = /^\d+$/.test(text)
    ? Number(text) > 65_535
      ? 'value out of range'
      : undefined
    : 'invalid syntax';
  if (why === undefined) return Number(text);
  throw usageError(
    `error parsing ${which} port '${text}': strconv.ParseUint: parsing ${goQuote(text)}: ${why}`,
  );
}
