// A world with a clock, a few programs and a network without names, for tests.
import type { Container, Pod } from '../api/pod.ts';
import { createRandom } from '../machinery/random.ts';
import type { NetworkStack } from '../network/network.ts';
import type { World, WorldOptions } from '../world/create-world.ts';
import { createWorld } from '../world/create-world.ts';
import type { HttpRequest, Process, Program, Wait } from '../world/process.ts';
import { untilReadable } from '../world/process.ts';
import type { Mount, WorldChange } from '../world/world.ts';

/** 2026-11-20T10:35:41Z */
export const startOfTimeMs = 1_795_170_941_000;

function* sleep(
  process: Process,
  seconds: string,
  isInterrupted = () => false,
): Generator<Wait, number, void> {
  const endMs = process.host.now() + Number(seconds) * 1000;
  while (process.host.now() < endMs && !isInterrupted()) yield { untilMs: endMs };
  return 0;
}

/** A shell that knows echo, sleep, exit, write FILE TEXT, and trap '' TERM or trap CODE TERM; commands end with `;`. */
export const testShell: Program = function* (process) {
  const script = process.argv[process.argv.indexOf('-c') + 1];
  if (!process.argv.includes('-c') || script === undefined) return yield* readCommands(process);
  let endsWith: number | undefined;
  for (const command of script.split(';')) {
    const [name = '', ...args] = command.trim().split(' ');
    if (endsWith !== undefined) return endsWith;
    if (name === 'exit') return Number(args[0]);
    if (name === 'sleep') yield* sleep(process, args[0] ?? '0', () => endsWith !== undefined);
    else if (name === 'echo')
      process.stdout.write(
        `${args.map((arg) => arg.replace('$HOSTNAME', process.env.get('HOSTNAME') ?? '')).join(' ')}\n`,
      );
    else if (name === 'write') process.host.files.write(args[0] ?? '', args[1] ?? '');
    else if (name === 'trap')
      process.handlers.set('SIGTERM', () => {
        if (args[0] !== "''") endsWith = Number(args[0]);
      });
    else return 127;
  }
  return endsWith ?? 0;
};

function* readCommands(process: Process): Generator<Wait, number, void> {
  for (;;) {
    const line = process.stdin.read();
    if (line === undefined) return 0;
    if (line === 'wait') yield untilReadable(process.stdin);
    else process.stdout.write(`you typed ${line}`);
  }
}

function program(run: (process: Process) => number): Program {
  // biome-ignore lint/correctness/useYield: it waits for nothing
  return function* (process) {
    return run(process);
  };
}

export const testPrograms = new Map<string, Program>([
  ['true', program(() => 0)],
  ['false', program(() => 1)],
  ['sleep', (process) => sleep(process, process.argv[1] ?? '0')],
  ['hostname', program(({ stdout, host }) => (stdout.write(`${host.hostname}\n`) ? 0 : 1))],
  [
    'env',
    program(({ stdout, env }) => (stdout.write([...env].map(([k, v]) => `${k}=${v}\n`).join('')) ? 0 : 1)),
  ],
  ['pwd', program(({ stdout, cwd }) => (stdout.write(`${cwd}\n`) ? 0 : 1))],
  ['cat', program(({ stdout, argv, host }) => (stdout.write(host.files.read(argv[1] ?? '')) ? 0 : 1))],
  ['curl', program(() => 0)],
]);

export function testWorld(options: Partial<WorldOptions> = {}) {
  const clock = { ms: startOfTimeMs };
  const world = createWorld({
    now: () => clock.ms,
    random: createRandom('test'),
    shell: testShell,
    programs: testPrograms,
    network: ({ ip }) =>
      ({
        ip,
        resolvConf: { nameserver: '10.96.0.10', search: ['default.svc.cluster.local'], ndots: 5 },
      }) as unknown as NetworkStack,
    nodes: ['node-1', 'node-2', 'node-3'],
    ...options,
  });
  const changes: WorldChange[] = [];
  world.onChange((change) => changes.push(change));

  /** Goes on to a time from now, stopping wherever the world has something to do. */
  function pass(ms: number): void {
    const endMs = clock.ms + ms;
    for (;;) {
      world.advance();
      const nextMs = world.nextMs();
      if (nextMs === undefined || nextMs > endMs) break;
      clock.ms = nextMs;
    }
    clock.ms = endMs;
    world.advance();
  }

  /** Pulls, makes the sandbox and starts all containers, as a kubelet would. */
  function run(
    object: Pod,
    mounts: readonly Mount[] = [],
    env: readonly (readonly [string, string])[] = [],
  ): void {
    for (const container of object.spec.containers) world.act({ do: 'pull', pod: object, container });
    world.act({ do: 'create-sandbox', pod: object });
    pass(100 + 400 * object.spec.containers.length);
    for (const container of object.spec.containers)
      world.act({ do: 'start', pod: object, container, env, mounts });
    pass(150);
  }

  return { world, clock, changes, pass, run };
}

/** A network in which a machine reaches itself, and every pod by its address, but nobody by name. */
export function selfNetwork(world: () => World): WorldOptions['network'] {
  return ({ ip }) => {
    const addressOf = (asked: string) => (asked.startsWith('127.') ? ip : asked);
    return {
      ip,
      resolvConf: { nameserver: '10.96.0.10', search: [], ndots: 5 },
      query: () => ({ code: 'NXDOMAIN', answers: [], additional: [] }),
      resolve: (name) => (/^[\d.]+$/.test(name) ? [addressOf(name)] : []),
      request: (asked, port, request) =>
        world().request(addressOf(asked), port, { ...request, clientIp: ip }),
      connect: (asked, port) => world().connect(addressOf(asked), port),
    };
  };
}

/** A pod with one container (`main`), or several. */
export function pod(name: string, container: Partial<Container> | Container[], nodeName = 'node-1'): Pod {
  const containers = Array.isArray(container)
    ? container
    : [{ name: 'main', image: 'busybox:1.36', ...container }];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    spec: { containers, nodeName },
  };
}

export function mount(path: string, source: Mount['source'], more: Partial<Mount> = {}): Mount {
  return { path, source, isReadOnly: false, ...more };
}

/** A GET request, as curl in a pod makes it. */
export function get(target: string, more: Partial<HttpRequest> = {}): HttpRequest {
  const headers = new Map([['User-Agent', 'curl/8.5.0']]);
  return { method: 'GET', target, headers, body: '', clientIp: '10.244.1.9', ...more };
}
