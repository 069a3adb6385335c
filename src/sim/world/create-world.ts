// The world of a cluster: machines, images, containers, disks. It is what the kubelets look at and act on, what
// the learner's commands reach into, and it knows nothing of what Kubernetes believes.
//
// Time passes only between calls of `advance`: whoever runs the cluster calls it after each moment, and at `nextMs`.
import type { Pod } from '../api/pod.ts';
import { fullImageName } from '../machinery/image-name.ts';
import type { Random } from '../machinery/random.ts';
import type { HttpOutcome, NetworkStack } from '../network/network.ts';
import type { CheckRecord } from './check.ts';
import { Checks, checkKey } from './checks.ts';
import type { Exec, ExecOptions } from './container.ts';
import { Container } from './container.ts';
import type { LogPage } from './container-log.ts';
import type { FileSystem } from './file-system.ts';
import type { FileTree } from './file-tree.ts';
import { stopGracefully } from './graceful-stop.ts';
import { ImageRegistry } from './image.ts';
import { images as allImages } from './images/index.ts';
import { MachineSchedule } from './machine-schedule.ts';
import { NodeStates } from './node-state.ts';
import { PodNetwork } from './pod-network.ts';
import type { PodWorld } from './pod-world.ts';
import { createPodWorld } from './pod-world.ts';
import type { HttpRequest, Input, Output } from './process.ts';
import { pullOutcome } from './pull.ts';
import { Sandbox } from './sandbox.ts';
import { Timers } from './timers.ts';
import { Volumes } from './volumes.ts';
import type {
  ContainerRecord,
  PullRecord,
  SandboxRecord,
  WorldAct,
  WorldChange,
  WorldView,
} from './world.ts';
import type { WorldOptions } from './world-options.ts';

export type { PodAddress, WorldOptions } from './world-options.ts';

/** How long a pod's network takes to be there: no two begin at quite the same instant. */
const sandboxMs = { least: 420, spread: 80 };
const maxRoundsPerInstant = 10_000;

export function createWorld(options: WorldOptions): World {
  return new World(options);
}

export class World implements WorldView {
  readonly #options: WorldOptions;
  readonly #random: Random;
  readonly #registry: ImageRegistry;
  readonly #nodes: NodeStates;
  readonly #timers = new Timers();
  readonly #schedule = new MachineSchedule();
  readonly #pods = new Map<string, PodWorld>();
  readonly #memories = new Map<string, Map<string, unknown>>();
  readonly #network = new PodNetwork((nodeName) => this.isConnected(nodeName));
  readonly #checks: Checks;
  readonly #listeners: ((change: WorldChange) => void)[] = [];
  readonly volumes: Volumes;

  constructor(options: WorldOptions) {
    this.#options = options;
    this.#random = options.random;
    this.#registry = new ImageRegistry(options.images ?? allImages, options);
    this.#nodes = new NodeStates(options.nodes ?? [], (options.presentImages ?? []).map(fullImageName));
    this.volumes = new Volumes(options.now);
    this.#checks = new Checks({
      now: options.now,
      timers: this.#timers,
      network: this.#network,
      ended: ({ nodeName, uid: podUid }, container, purpose) =>
        this.#ring({ what: 'check', nodeName, podUid, container, purpose }),
    });
  }

  // What there is.

  isConnected(nodeName: string): boolean {
    return this.#nodes.known(nodeName)?.isConnected ?? true;
  }

  hasImage(nodeName: string, image: string): boolean {
    return this.#nodes.known(nodeName)?.images.has(fullImageName(image)) ?? false;
  }

  pull(podUid: string, container: string): PullRecord | undefined {
    return this.#pods.get(podUid)?.pulls.get(container);
  }

  sandbox(podUid: string): SandboxRecord | undefined {
    return this.#pods.get(podUid)?.sandbox?.record;
  }

  container(podUid: string, name: string): ContainerRecord | undefined {
    return this.#pods.get(podUid)?.containers.get(name)?.latest.record;
  }

  check(podUid: string, container: string, purpose: string): CheckRecord | undefined {
    return this.#pods.get(podUid)?.checks.get(checkKey(container, purpose))?.record;
  }

  memory(podUid: string, about = ''): unknown {
    return this.#memories.get(podUid)?.get(about);
  }

  podsOn(nodeName: string): readonly string[] {
    return [...(this.#nodes.known(nodeName)?.pods ?? [])];
  }

  /** The node of the pod that has this address. */
  nodeOf(ip: string): string | undefined {
    return this.#network.nodeOf(ip);
  }

  /** The files of a running container. */
  files(podUid: string, container: string): FileSystem | undefined {
    return this.#pods.get(podUid)?.containers.get(container)?.latest.files;
  }

  // Time.

  /** When anything next happens by itself; undefined: never. Not later than now where something is ready to run. */
  nextMs(): number | undefined {
    return earlier(earlier(this.nextControlMs(), this.#checks.nextMs()), this.nextProcessMs());
  }

  /** When a pull, a start, a stop or a sandbox next comes to its end: what `settle` waits for. */
  nextControlMs(): number | undefined {
    return this.#timers.nextMs();
  }

  /** When a process next wants to go on: what `settle` does not wait for. */
  nextProcessMs(): number | undefined {
    return this.#schedule.nextMs(this.#options.now());
  }

  /** How often a machine's processes have been looked at so far: what idle containers cost shows here. */
  get runs(): number {
    return this.#schedule.runs;
  }

  /** Does all that is due now, and lets processes that wait for the rest of the world look at it. */
  advance(): void {
    const now = this.#options.now();
    for (let round = 0; round < maxRoundsPerInstant; round++) {
      const hasActed = this.#timers.runDue(now);
      const hasChecked = this.#checks.run(now);
      const hasRun = this.#schedule.run(now);
      const nextMs = this.nextMs();
      if (!hasActed && !hasChecked && !hasRun && (nextMs === undefined || nextMs > now)) return;
    }
    throw new Error(
      `the containers' processes keep waking one another: ${maxRoundsPerInstant} rounds at one instant`,
    );
  }

  /** Rings for everything that happens here. A listener may read, not act. */
  onChange(listener: (change: WorldChange) => void): void {
    this.#listeners.push(listener);
  }

  // What kubelets ask for.

  act(act: WorldAct): void {
    if (act.do === 'pull') this.#pull(act.pod, act.container.name, act.container.image ?? '');
    else if (act.do === 'create-sandbox') this.#createSandbox(act.pod);
    else if (act.do === 'start') this.#start(act);
    else if (act.do === 'stop' || act.do === 'check') this.#approach(act);
    else if (act.do === 'remember') this.#remember(act);
    else this.#removePod(act.podUid);
  }

  #pull(podObject: Pod, container: string, name: string): void {
    const pod = this.#podFor(podObject);
    const sinceMs = this.#options.now();
    const running = pod.pulls.get(container);
    if (running?.state === 'pulling' && running.image === name) return;
    const pulling: PullRecord = { image: name, state: 'pulling', sinceMs };
    pod.pulls.set(container, pulling);
    const { afterMs, record, fullName } = pullOutcome(
      this.#registry,
      name,
      sinceMs,
      this.isConnected(pod.nodeName),
    );
    this.#timers.set(sinceMs + afterMs, () => {
      if (record.state === 'pulled') this.#nodes.of(pod.nodeName).images.add(fullName);
      if (pod.pulls.get(container) !== pulling) return;
      pod.pulls.set(container, record);
      this.#tell('image', pod);
    });
  }

  #createSandbox(podObject: Pod): void {
    const pod = this.#podFor(podObject);
    if (pod.sandbox !== undefined) return;
    const ip = this.#nodes.takeIp(pod.nodeName) ?? '';
    const network = this.#options.network({ ip, nodeName: pod.nodeName, pod: podObject });
    const sandbox = new Sandbox(ip, network);
    pod.sandbox = sandbox;
    if (ip === '') return;
    this.#network.add(pod.nodeName, sandbox);
    const tookMs = sandboxMs.least + this.#random.fork(`${pod.uid}/sandbox`).int(sandboxMs.spread);
    this.#timers.set(this.#options.now() + tookMs, () => {
      if (sandbox.state !== 'creating') return;
      sandbox.state = 'ready';
      this.#tell('sandbox', pod);
    });
  }

  #start(act: WorldAct & { do: 'start' }): void {
    const pod = this.#podFor(act.pod);
    const { sandbox } = pod;
    const { name, image = '' } = act.container;
    const known = pod.containers.get(name);
    if (sandbox?.state !== 'ready')
      throw new Error(`container ${name} cannot start before its sandbox is ready`);
    if (known !== undefined && known.latest.record.state !== 'exited') return;
    const attempt = (known?.latest.record.attempt ?? -1) + 1;
    const container = new Container(
      {
        now: this.#options.now,
        random: this.#random.fork(`${pod.uid}/${name}/${attempt}`),
        timers: this.#timers,
        schedule: this.#schedule,
        sandbox,
        changed: () => this.#tell('container', pod),
      },
      {
        pod: act.pod,
        spec: act.container,
        image: this.hasImage(pod.nodeName, image) ? this.#registry.find(image) : undefined,
        env: act.env,
        mounts: act.mounts.map((mount) => this.volumes.mount(pod.uid, pod.nodeName, mount)),
      },
      known?.latest,
    );
    pod.containers.set(name, { latest: container, previous: known?.latest });
    pod.pulls.delete(name);
    this.#tell('container', pod);
  }

  /** Asks something of a container, or asks it to end. */
  #approach(act: WorldAct & { do: 'stop' | 'check' }): void {
    const pod = this.#pods.get(act.podUid);
    const container = pod?.containers.get(act.container)?.latest;
    if (!pod || !container) return;
    if (act.do === 'check') this.#checks.start(pod, container, act);
    else stopGracefully(pod, container, act, this.#checks, this.#options.now);
  }

  #remember({ podUid, about = '', memory, isNews }: WorldAct & { do: 'remember' }): void {
    const memories = this.#memories.get(podUid);
    if (memories) memories.set(about, memory);
    else this.#memories.set(podUid, new Map([[about, memory]]));
    const pod = isNews ? this.#pods.get(podUid) : undefined;
    if (pod) this.#tell('memory', pod);
  }

  #removePod(podUid: string): void {
    this.#memories.delete(podUid);
    const pod = this.#pods.get(podUid);
    if (pod === undefined) return;
    for (const check of pod.checks.values()) check.cancel();
    for (const { latest } of pod.containers.values()) latest.stop(0);
    this.#pods.delete(podUid);
    this.#nodes.of(pod.nodeName).pods.delete(podUid);
    this.volumes.dropPod(podUid);
    if (pod.sandbox !== undefined) {
      pod.sandbox.state = 'gone';
      this.#network.remove(pod.sandbox.ip);
      this.#nodes.freeIp(pod.nodeName, pod.sandbox.ip);
    }
    this.#tell('sandbox', pod);
  }

  // What happens to nodes.

  cut(nodeName: string): void {
    this.#connect(nodeName, false);
  }

  restore(nodeName: string): void {
    this.#connect(nodeName, true);
  }

  #connect(nodeName: string, isConnected: boolean): void {
    const node = this.#nodes.of(nodeName);
    if (node.isConnected === isConnected) return;
    node.isConnected = isConnected;
    this.#ring({ what: 'node', nodeName });
  }

  // What the learner does.

  /** Ends a container's PID 1 at once with this exit code (0–255). False where it does not run. */
  crash(podUid: string, container: string, exitCode: number): boolean {
    const latest = this.#latest(podUid, container);
    if (latest?.isRunning !== true) return false;
    latest.end(exitCode);
    return true;
  }

  /**
   * Runs a command beside PID 1. It first runs when the world next advances. Undefined: no such container, or it
   * does not run. An error is the runtime's words, from `rpc error:` on.
   */
  exec(
    podUid: string,
    container: string,
    argv: readonly string[],
    options?: ExecOptions,
  ): Exec | { readonly error: string } | undefined {
    const latest = this.#latest(podUid, container);
    return latest?.isRunning === true ? latest.exec(argv, options) : undefined;
  }

  /** Connects to PID 1's output from now on, and to its input if it has one. Returns how to let go. Undefined: it does not run. */
  attach(
    podUid: string,
    container: string,
    streams: { readonly stdin?: Input; readonly stdout: Output; readonly stderr: Output },
  ): (() => void) | undefined {
    const latest = this.#latest(podUid, container);
    return latest?.isRunning === true ? latest.attach(streams) : undefined;
  }

  /**
   * What a container wrote, from a line on (0: the first), of the attempt before if `previous`. To follow, ask again from
   * `nextIndex` while `isOpen`. Undefined: there is no such attempt.
   */
  logs(
    podUid: string,
    container: string,
    options: { readonly previous?: boolean; readonly fromIndex?: number } = {},
  ): LogPage | undefined {
    const attempts = this.#pods.get(podUid)?.containers.get(container);
    const attempt = options.previous === true ? attempts?.previous : attempts?.latest;
    return attempt?.log.read(options.fromIndex);
  }

  /** One HTTP exchange with whoever listens at a pod's address: see `PodNetwork.request`. */
  request(ip: string, port: number, request: HttpRequest, fromNode?: string): HttpOutcome {
    return this.#network.request(ip, port, request, fromNode);
  }

  /** Whether a TCP connection to a pod's address opens. */
  connect(ip: string, port: number, fromNode?: string): ReturnType<NetworkStack['connect']> {
    return this.#network.connect(ip, port, fromNode);
  }

  // Disks.

  /** Creates a disk of a capacity in bytes, or changes it; the data stays. A disk that is mounted unprovisioned is created then. */
  provisionDisk(id: string, capacityBytes?: number): void {
    this.volumes.provisionDisk(id, capacityBytes);
  }

  deleteDisk(id: string): boolean {
    return this.volumes.deleteDisk(id);
  }

  disk(id: string): FileTree | undefined {
    return this.volumes.disk(id);
  }

  #latest(podUid: string, container: string): Container | undefined {
    return this.#pods.get(podUid)?.containers.get(container)?.latest;
  }

  #podFor(object: Pod): PodWorld {
    const uid = object.metadata.uid ?? '';
    let pod = this.#pods.get(uid);
    if (pod === undefined) {
      pod = createPodWorld(object);
      this.#pods.set(uid, pod);
      this.#nodes.of(pod.nodeName).pods.add(uid);
    }
    return pod;
  }

  #tell(
    what: 'image' | 'sandbox' | 'container' | 'memory',
    { nodeName, namespace, name, uid }: PodWorld,
  ): void {
    this.#ring({ what, nodeName, namespace, podName: name, podUid: uid });
  }

  #ring(change: WorldChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.min(a, b);
}
