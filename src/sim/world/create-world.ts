// The world of a cluster: machines, images, containers, disks. It is what the kubelets look at and act on, what
// the learner's commands reach into, and it knows nothing of what Kubernetes believes.
//
// Time passes only between calls of `advance`: whoever runs the cluster calls it after each moment, and at `nextMs`.
import { fullImageName } from '../machinery/image-name.ts';
import type { HttpOutcome, NetworkStack } from '../network/network.ts';
import type { Traffic } from './api-links.ts';
import { ApiLinks } from './api-links.ts';
import type { CheckRecord } from './check.ts';
import { Checks, checkKey } from './checks.ts';
import type { Attachment, Container, Exec, ExecOptions, Streams } from './container.ts';
import type { LogPage } from './container-log.ts';
import type { FileSystem } from './file-system.ts';
import type { FileTree } from './file-tree.ts';
import { ImageRegistry } from './image.ts';
import { images as allImages } from './images/index.ts';
import { MachineSchedule } from './machine-schedule.ts';
import { Memories } from './memories.ts';
import { resolvePath } from './memory-file-system.ts';
import { NodeStates } from './node-state.ts';
import { PodNetwork } from './pod-network.ts';
import type { PodWorld } from './pod-world.ts';
import { writtenChars } from './pod-world.ts';
import type { HttpRequest } from './process.ts';
import { Runtime } from './runtime.ts';
import { Timers } from './timers.ts';
import { Volumes } from './volumes.ts';
import type {
  ContainerRecord,
  ContainerUsage,
  MountedFile,
  PullRecord,
  SandboxRecord,
  StorageUsage,
  WorldAct,
  WorldChange,
  WorldView,
} from './world.ts';
import type { WorldOptions } from './world-options.ts';

export type { PodAddress, WorldOptions } from './world-options.ts';

/** How long a node takes from its start to its kubelet's first word. */
const bootMs = 30_000;
const maxRoundsPerInstant = 10_000;

export function createWorld(options: WorldOptions): World {
  return new World(options);
}

export class World implements WorldView {
  readonly #now: () => number;
  readonly #registry: ImageRegistry;
  readonly #nodes: NodeStates;
  readonly #timers = new Timers();
  readonly #schedule = new MachineSchedule();
  readonly #pods = new Map<string, PodWorld>();
  readonly #memories = new Memories();
  readonly #network = new PodNetwork((nodeName) => this.isConnected(nodeName));
  readonly #checks: Checks;
  readonly #booting = new Set<string>();
  readonly #links: ApiLinks;
  readonly #runtime: Runtime;
  readonly #listeners: ((change: WorldChange) => void)[] = [];
  readonly volumes: Volumes;

  constructor(options: WorldOptions) {
    this.#now = options.now;
    this.#registry = new ImageRegistry(options.images ?? allImages, options);
    const presentImages = (options.presentImages ?? []).map(fullImageName);
    this.#nodes = new NodeStates(options.nodes ?? [], presentImages, this.#network);
    this.volumes = new Volumes(options.now);
    this.#checks = new Checks({
      now: options.now,
      timers: this.#timers,
      network: this.#network,
      ended: ({ nodeName, uid: podUid }, container, purpose) =>
        this.#ring({ what: 'check', nodeName, podUid, container, purpose }),
    });
    this.#links = new ApiLinks({
      now: options.now,
      random: options.random.fork('api links'),
      timers: this.#timers,
      restored: (nodeName) => this.#ring({ what: 'node', nodeName }),
    });
    this.#runtime = new Runtime({
      now: options.now,
      random: options.random,
      network: options.network,
      registry: this.#registry,
      nodes: this.#nodes,
      pods: this.#pods,
      wires: this.#network,
      timers: this.#timers,
      schedule: this.#schedule,
      checks: this.#checks,
      volumes: this.volumes,
      isConnected: (nodeName) => this.isConnected(nodeName),
      tell: (what, pod) => this.#tell(what, pod),
    });
  }

  // What there is.

  isOn(nodeName: string): boolean {
    return this.#nodes.known(nodeName)?.isOn ?? true;
  }

  boots(nodeName: string): number {
    return this.#nodes.known(nodeName)?.boots ?? 1;
  }

  nodeNumber(nodeName: string): number {
    return this.#nodes.of(nodeName).index;
  }

  isConnected(nodeName: string): boolean {
    return this.#nodes.known(nodeName)?.isConnected ?? true;
  }

  reachesApi(nodeName: string, traffic: Traffic): boolean {
    return this.#links.carries(nodeName, traffic);
  }

  hasImage(nodeName: string, image: string): boolean {
    return this.#nodes.hasImage(nodeName, image);
  }

  imageUser(nodeName: string, image: string): string | undefined {
    return this.hasImage(nodeName, image) ? this.#registry.find(image)?.contents.user : undefined;
  }

  readonly insteadOfImage = (name: string) => this.#registry.insteadOf(name);

  pull(podUid: string, container: string): PullRecord | undefined {
    return this.#pods.get(podUid)?.pulls.get(container);
  }

  sandbox(podUid: string): SandboxRecord | undefined {
    return this.#pods.get(podUid)?.sandbox?.record;
  }

  container(podUid: string, name: string): ContainerRecord | undefined {
    return this.#pods.get(podUid)?.containers.get(name)?.latest.record;
  }

  usage(podUid: string, container: string): ContainerUsage | undefined {
    return this.#latest(podUid, container)?.usage();
  }

  check(podUid: string, container: string, purpose: string): CheckRecord | undefined {
    return this.#pods.get(podUid)?.checks.get(checkKey(container, purpose))?.record;
  }

  memory(podUid: string, about = ''): unknown {
    return this.#memories.get(podUid, about);
  }

  mountedFiles(podUid: string, volume: string): readonly MountedFile[] | undefined {
    return this.volumes.mountedFiles(podUid, volume);
  }

  storageUsage(podUid: string): StorageUsage | undefined {
    const pod = this.#pods.get(podUid);
    return pod && { emptyDirs: this.volumes.emptyDirChars(podUid), containers: writtenChars(pod) };
  }

  nodePath(nodeName: string, path: string): 'file' | 'directory' | undefined {
    return this.volumes.nodeFiles(nodeName).stat(resolvePath('/', path))?.type;
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
    return this.#schedule.nextMs(this.#now());
  }

  /** How often a machine's processes have been looked at so far: what idle containers cost shows here. */
  get runs(): number {
    return this.#schedule.runs;
  }

  /** Does all that is due now, and lets processes that wait for the rest of the world look at it. */
  advance(): void {
    const now = this.#now();
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
    if (act.do === 'pull') this.#runtime.pull(act);
    else if (act.do === 'create-sandbox') this.#runtime.createSandbox(act);
    else if (act.do === 'start') this.#runtime.start(act);
    else if (act.do === 'stop') this.#runtime.stop(act);
    else if (act.do === 'check') this.#runtime.check(act);
    else if (act.do === 'load') this.#runtime.load(act);
    else if (act.do === 'replace-files') this.volumes.replaceFiles(act.podUid, act.volume, act.files);
    else if (act.do === 'delete-disk') this.volumes.deleteDisk(act.id);
    else if (act.do === 'remember') this.#remember(act);
    else {
      this.#memories.forget(act.podUid);
      this.#runtime.removePod(act);
    }
  }

  #remember({ podUid, about = '', memory, isNews }: WorldAct & { do: 'remember' }): void {
    this.#memories.set(podUid, about, memory);
    const pod = isNews ? this.#pods.get(podUid) : undefined;
    if (pod) this.#tell('memory', pod);
  }

  // What happens to nodes.

  cut(nodeName: string): void {
    this.#connect(nodeName, false);
  }

  restore(nodeName: string): void {
    this.#connect(nodeName, true);
  }

  /** Every machine there is, in order of their numbers. */
  nodeNames(): readonly string[] {
    return this.#nodes.names();
  }

  /** One more machine, whose kubelet finds the API server by itself. */
  join(nodeName: string): void {
    this.#nodes.of(nodeName);
    this.#ring({ what: 'node', nodeName });
  }

  /** Pulls the plug: everything on the node ends at once, and what its kubelet had in memory is lost. */
  powerOff(nodeName: string): void {
    const node = this.#nodes.of(nodeName);
    if (!node.isOn) return;
    node.isOn = false;
    node.isConnected = false;
    this.#links.cut(nodeName);
    for (const podUid of node.pods) this.#memories.forget(podUid);
    this.#runtime.powerOff(nodeName);
    this.#ring({ what: 'node', nodeName });
  }

  /** Starts a node: after a while its kubelet is there again, on a network that works. */
  powerOn(nodeName: string): void {
    const node = this.#nodes.of(nodeName);
    if (node.isOn || this.#booting.has(nodeName)) return;
    this.#booting.add(nodeName);
    this.#timers.set(this.#now() + bootMs, () => {
      this.#booting.delete(nodeName);
      node.isOn = true;
      node.isConnected = true;
      node.boots += 1;
      this.#links.renew(nodeName);
      this.#ring({ what: 'node', nodeName });
    });
  }

  #connect(nodeName: string, isConnected: boolean): void {
    const node = this.#nodes.of(nodeName);
    if (!node.isOn || node.isConnected === isConnected) return;
    node.isConnected = isConnected;
    if (isConnected) this.#links.mend(nodeName);
    else this.#links.cut(nodeName);
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

  /** Connects to PID 1's output from now on, and to its input if it has one. Undefined: it does not run. */
  attach(podUid: string, container: string, streams: Streams): Attachment | undefined {
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
