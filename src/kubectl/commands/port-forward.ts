// kubectl port-forward: ports of this machine that lead into a pod, as long as the command runs.
import type { HttpRequest, HttpResponse, Pod, Wait } from '../../sim/index.ts';
import { noReply, PodKind } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { helpfulError, usageError } from '../command.ts';
import type { ListenAddress } from '../forwarding/addresses.ts';
import { hostPort, isOfMachine, readAddresses } from '../forwarding/addresses.ts';
import { openPort } from '../forwarding/free-port.ts';
import type { ForwardedPort } from '../forwarding/ports.ts';
import { portsOfPod, portsOfService, readPorts } from '../forwarding/ports.ts';
import { logLine } from '../log-line.ts';
import { findPod, serviceBehind } from '../pods.ts';
import { refuseUnplaced } from '../running-container.ts';

export const portForward: Command = {
  words: ['port-forward'],
  summary: 'Forward one or more local ports to a pod',
  usage:
    'kubectl port-forward TYPE/NAME [options] [LOCAL_PORT:]REMOTE_PORT [...[LOCAL_PORT_N:]REMOTE_PORT_N]',
  flags: [
    {
      name: 'address',
      type: 'list',
      default: 'localhost',
      help: 'Where to listen: IP addresses or localhost',
    },
    { name: 'pod-running-timeout', type: 'duration', default: '1m0s', help: 'Has no effect here' },
  ],
  *run(context) {
    const { args, command, flags } = context;
    const [word, ...words] = args;
    if (word === undefined || words.length === 0) {
      throw helpfulError(command, 'TYPE/NAME and list of ports are required for port-forward');
    }
    const pod = findPod(context, word);
    const service = serviceBehind(context, word);
    const numbers = service ? portsOfService(words, service, pod) : portsOfPod(words, pod);
    const phase = pod.status?.phase;
    if (phase !== 'Running') {
      throw usageError(`unable to forward port because pod is not running. Current status=${phase}`);
    }
    const addresses = readAddresses(flags.has('address') ? flags.list('address') : ['localhost']);
    const ports = readPorts(numbers);
    refuseUnplaced(context, pod);
    const tunnel = new Tunnel(context, pod);
    const open = ports.filter((port) => tunnel.open(port, addresses));
    if (open.length === 0) {
      const asked = ports.map(({ local, remote }) => `{${local} ${remote}}`).join(' ');
      throw usageError(`unable to listen on any of the requested ports: [${asked}]`);
    }
    return yield* tunnel.untilLost();
  },
};

/** What leads from this machine into one pod. */
class Tunnel {
  readonly #context: Context;
  readonly #pod: Pod;
  #isLost = false;

  constructor(context: Context, pod: Pod) {
    this.#context = context;
    this.#pod = pod;
  }

  /** Opens a port on every address; false where that failed. */
  open({ local, remote }: ForwardedPort, addresses: readonly ListenAddress[]): boolean {
    const { process, out, err } = this.#context;
    const here = addresses.filter((address) => isOfMachine(address, process.host.network.ip));
    // One listener serves all addresses: nobody can come from outside anyway.
    const port: number | undefined =
      here.length === 0
        ? undefined
        : openPort(process, local, (request) => this.#forward(request, port ?? local, remote));
    const failures = addresses.flatMap((address) => {
      const why = !here.includes(address) ? 'cannot assign requested address' : 'address already in use';
      if (here.includes(address) && port !== undefined) return [];
      const place = `${address.protocol} ${hostPort(address.host, local)}`;
      return [{ address, text: `unable to create listener: Error listen ${place}: bind: ${why}` }];
    });
    const isOpen = failures.length < addresses.length && failures.every(({ address }) => address.isOneOfTwo);
    if (port !== undefined) {
      for (const address of here) out(`Forwarding from ${hostPort(address.host, port)} -> ${remote}\n`);
    }
    if (isOpen) return true;
    const texts = failures.map(({ text }) => text).join(' ');
    err(
      `Unable to listen on port ${local}: Listeners failed to create with the following errors: [${texts}]\n`,
    );
    return false;
  }

  /** Goes on until the pod is gone, or a connection into it failed. */
  *untilLost(): Generator<Wait, number, void> {
    const isOver = () => this.#isLost || !this.#isThere();
    while (!isOver()) yield { ready: isOver };
    throw usageError('lost connection to pod');
  }

  #isThere(): boolean {
    const { uid = '', namespace = '', name } = this.#pod.metadata;
    const { view, world } = this.#context.cluster;
    const pod = view.get(PodKind, namespace, name);
    return pod?.metadata.uid === uid && world.sandbox(uid) !== undefined && pod.status?.phase === 'Running';
  }

  #forward(request: HttpRequest, local: number, remote: number): HttpResponse {
    const { cluster, out, process, err } = this.#context;
    const { metadata, spec, status } = this.#pod;
    out(`Handling connection for ${local}\n`);
    const ip = status?.podIP ?? '';
    const nodeName = spec.nodeName ?? '';
    if (!cluster.world.isConnected(nodeName)) return { ...noReply, delayMs: Number.POSITIVE_INFINITY };
    const pod = cluster.network.stackFor({ ip, nodeName, pod: this.#pod });
    const outcome = pod.request('127.0.0.1', remote, request);
    if (outcome.outcome === 'response') return outcome.response;
    if (outcome.outcome === 'timeout') return { ...noReply, delayMs: Number.POSITIVE_INFINITY };
    if (outcome.outcome === 'refused') {
      const dial = `failed to connect to localhost:${remote} inside namespace: dial tcp 127.0.0.1:${remote}: connect: connection refused`;
      const why = `error forwarding port ${remote} to pod ${sandboxId(metadata.uid ?? '')}, uid : failed to execute portforward in network namespace: ${dial}`;
      const text = `an error occurred forwarding ${local} -> ${remote}: ${why}`;
      err(
        `${logLine(process, 'E', 'portforward.go:522', `"Unhandled Error" err=${JSON.stringify(text)}`)}\n`,
      );
      this.#isLost = true;
    }
    return noReply;
  }
}

/** The id of a pod's sandbox has 64 digits. */
function sandboxId(uid: string): string {
  return uid.replaceAll('-', '').padEnd(64, uid.replaceAll('-', '')).slice(0, 64);
}
