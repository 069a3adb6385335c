// A node for the tests of the kubelet: a world in which a sandbox takes 440 ms, a pull 400 ms and a start 120 ms, and
// containers run and end as they are told; and a clock that drives the kubelet on it.
import type { ConfigMap } from '../api/config-map.ts';
import { ConfigMapKind } from '../api/config-map.ts';
import type { KubeObject } from '../api/meta.ts';
import { keyOf } from '../api/meta.ts';
import { NodeKind } from '../api/node.ts';
import type { Container, Pod, PodStatus } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import { Store } from '../apiserver/store.ts';
import type { EventRequest, NodeView, Request } from '../component.ts';
import { initialNode } from '../kubelet/initial-node.ts';
import { kubelet } from '../kubelet/kubelet.ts';
import { parseImageName } from '../machinery/image-name.ts';
import { MomentQueue } from '../machinery/moments.ts';
import type { CheckOutcome, CheckRecord } from '../world/check.ts';
import type {
  ContainerRecord,
  PullRecord,
  SandboxRecord,
  WorldAct,
  WorldChange,
  WorldView,
} from '../world/world.ts';

/** How each attempt of a container goes: it ends after a while; the last one is repeated; none: it runs on. */
export type Run = { readonly afterMs: number; readonly exitCode: number; readonly reason?: string } | 'runs';

export const nginx: Container = { name: 'main', image: 'nginx:1.24' };
export const box: Container = { name: 'main', image: 'busybox:1.36' };

export function exit(exitCode: number, afterMs = 2000): Run {
  return { afterMs, exitCode };
}

/** A node with a pod of this spec on it, whose containers run as told. */
export function startPod(spec: Pod['spec'], runs: Record<string, readonly Run[]> = {}): FakeNode {
  const node = new FakeNode();
  for (const [name, run] of Object.entries(runs)) node.runs.set(name, run);
  node.create({ spec });
  return node;
}

const startMs = 1_800_000_000_000;
const nodeName = 'node-1';
const took = { sandboxMs: 440, pullMs: 400, startMs: 120, stopMs: 200, hookMs: 3000 } as const;

export class FakeNode {
  readonly store = new Store({ freeze: true });
  readonly acts: WorldAct[] = [];
  readonly events: (EventRequest & { readonly atMs: number })[] = [];
  /** `atMs READY STATUS RESTARTS`, each time it changed. */
  readonly rows: string[] = [];
  readonly runs = new Map<string, readonly Run[]>();
  readonly images = new Set<string>(['nginx:1.24', 'busybox:1.36']);
  readonly noSuchImages = new Set<string>();
  /** Containers that SIGTERM does not end. */
  readonly stubborn = new Set<string>();
  isConnected = true;
  /** How lifecycle hooks end. */
  hookOutcome: CheckOutcome = { what: 'exited', code: 0, output: '' };
  nowMs = startMs;
  readonly #queue = new MomentQueue<() => void>();
  readonly #pulls = new Map<string, PullRecord>();
  readonly #sandboxes = new Map<string, SandboxRecord>();
  readonly #containers = new Map<string, ContainerRecord>();
  readonly #memories = new Map<string, unknown>();
  readonly #checks = new Map<string, CheckRecord>();

  constructor() {
    const capacity = { cpu: '4', memory: '8Gi', pods: '110' };
    this.store.put(NodeKind, initialNode(nodeName, 0, capacity), startMs);
    this.store.subscribe((change) => {
      if (change.kind.kind === 'Pod') this.#row(change.type, change.after as Pod);
      for (const doorbell of kubelet.doorbells) {
        if (doorbell.kind && doorbell.kind.kind === change.kind.kind) {
          for (const key of doorbell.keys(change, this.store))
            this.#look(key, this.nowMs + kubelet.latencyMs);
        }
      }
    });
  }

  get view(): NodeView {
    return Object.assign(Object.create(this.store), {
      world: this.world,
      get: this.store.get.bind(this.store),
      list: this.store.list.bind(this.store),
      ownedBy: this.store.ownedBy.bind(this.store),
      onNode: this.store.onNode.bind(this.store),
    }) as NodeView;
  }

  readonly world: WorldView = {
    isOn: () => true,
    boots: () => 1,
    nodeNumber: () => 1,
    isConnected: () => this.isConnected,
    reachesApi: () => this.isConnected,
    hasImage: (_node, image) => this.images.has(image),
    imageUser: () => undefined,
    mountedFiles: () => undefined,
    storageUsage: () => undefined,
    nodePath: () => undefined,
    pull: (uid, container) => this.#pulls.get(`${uid}/${container}`),
    sandbox: (uid) => this.#sandboxes.get(uid),
    container: (uid, name) => this.#containers.get(`${uid}/${name}`),
    usage: () => undefined,
    podsOn: () => [...this.#sandboxes.keys()],
    check: (uid, container, purpose) => this.#checks.get(`${uid}/${container}/${purpose}`),
    memory: (uid, about = '') => this.#memories.get(`${uid}/${about}`),
  };

  /** Stores a pod as the API server would, bound to the node. */
  create(pod: Partial<Pod> & Pick<Pod, 'spec'>): Pod {
    const metadata = { name: 'p', namespace: 'default', uid: 'uid-1', generation: 1, ...pod.metadata };
    const spec = { terminationGracePeriodSeconds: 30, nodeName, ...pod.spec };
    const object = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata,
      spec,
      status: { phase: 'Pending', qosClass: 'BestEffort' },
    };
    return this.store.put(PodKind, object as Pod, this.nowMs) as Pod;
  }

  pod(name = 'p'): Pod | undefined {
    return this.store.get(PodKind, 'default', name);
  }

  status(name = 'p'): PodStatus {
    return this.pod(name)?.status ?? {};
  }

  /** Changes the stored pod. */
  edit(change: (pod: Pod) => Pod, name = 'p'): void {
    const pod = this.pod(name);
    if (!pod) throw new Error(`no pod ${name}`);
    const next = change(pod);
    const generation = (pod.metadata.generation ?? 0) + 1;
    this.store.put(PodKind, { ...next, metadata: { ...next.metadata, generation } }, this.nowMs);
  }

  putConfigMap(name: string, data: Record<string, string>): void {
    const metadata = { name, namespace: 'default' };
    this.store.put(
      ConfigMapKind,
      { apiVersion: 'v1', kind: 'ConfigMap', metadata, data } as ConfigMap,
      this.nowMs,
    );
  }

  /** Asks for the pod's deletion, with its own grace period. */
  delete(graceSeconds = 30): void {
    const deletionTimestamp = '2027-01-15T08:00:30Z';
    const marks = { deletionTimestamp, deletionGracePeriodSeconds: graceSeconds };
    this.edit((pod) => ({ ...pod, metadata: { ...pod.metadata, ...marks } }));
  }

  /** Cuts the node off, or connects it again. */
  connect(isConnected: boolean): void {
    this.isConnected = isConnected;
    this.#ring({ what: 'node', nodeName });
  }

  /** Lets time pass. */
  run(forMs: number): void {
    const untilMs = this.nowMs + forMs;
    for (let next = this.#queue.peek(); next && next.atMs <= untilMs; next = this.#queue.peek()) {
      this.#queue.pop();
      this.nowMs = next.atMs;
      next.what();
    }
    this.nowMs = untilMs;
  }

  /** The rows without their times. */
  story(): string[] {
    const lines = this.rows.map((row) => row.slice(row.indexOf(' ') + 1));
    return lines.filter((line, i) => line !== lines[i - 1]);
  }

  said(): string[] {
    return this.events.map(({ type, reason, message }) => `${type} ${reason} ${message}`);
  }

  #look(key: string, atMs: number): void {
    this.#queue.push(atMs, () => {
      for (const request of kubelet.reconcile(key, this.view, this.nowMs)) this.#make(request, key);
    });
  }

  #make(request: Request, key: string): void {
    if (request.verb === 'world') this.#act(request.act);
    else if (request.verb === 'wake') this.#look(key, this.nowMs + request.afterMs);
    else if (request.verb === 'event') this.events.push({ ...request.event, atMs: this.nowMs });
    else if (request.verb === 'updateStatus') this.#patch(request.object);
    else if (request.verb === 'delete') {
      const last = this.store.get(PodKind, request.namespace, request.name);
      if (last) this.store.remove(PodKind, last, this.nowMs);
    } else throw new Error(`unexpected request ${request.verb}`);
  }

  #patch(object: KubeObject): void {
    const stored = this.store.get(PodKind, object.metadata.namespace ?? '', object.metadata.name);
    if (!stored) throw new Error(`no pod ${keyOf(object)}`);
    this.store.put(PodKind, { ...stored, status: (object as Pod).status } as Pod, this.nowMs);
  }

  #act(act: WorldAct): void {
    if (act.do === 'remember') {
      this.#memories.set(`${act.podUid}/${act.about ?? ''}`, act.memory);
      return;
    }
    this.acts.push(act);
    if (act.do === 'create-sandbox') this.#createSandbox(act.pod);
    else if (act.do === 'pull') this.#pull(act.pod, act.container);
    else if (act.do === 'start') this.#start(act.pod, act.container);
    else if (act.do === 'stop') this.#stop(act.podUid, act.container, act.graceMs);
    else if (act.do === 'check') this.#check(act);
    else if ('podUid' in act) this.#remove(act.podUid);
  }

  #createSandbox(pod: Pod): void {
    const uid = pod.metadata.uid ?? '';
    this.#sandboxes.set(uid, { number: 0, state: 'creating', ip: '10.244.1.5' });
    this.#after(took.sandboxMs, pod, () =>
      this.#sandboxes.set(uid, { number: 0, state: 'ready', ip: '10.244.1.5' }),
    );
  }

  #pull(pod: Pod, { name, image = '' }: Container): void {
    const key = `${pod.metadata.uid}/${name}`;
    this.#pulls.set(key, { image, state: 'pulling', sinceMs: this.nowMs });
    const isThere = !this.noSuchImages.has(image);
    const record: PullRecord = isThere
      ? { image, state: 'pulled', sinceMs: this.nowMs, tookMs: 401, sizeBytes: 95_284_000 }
      : { image, state: 'failed', sinceMs: this.nowMs, error: `${image}: not found` };
    this.#after(took.pullMs, pod, () => {
      this.#pulls.set(key, record);
      if (isThere) this.images.add(image);
    });
  }

  #start(pod: Pod, { name, image = '' }: Container): void {
    const key = `${pod.metadata.uid}/${name}`;
    const previous = this.#containers.get(key);
    const attempt = (previous?.attempt ?? -1) + 1;
    const parsed = parseImageName(image);
    const base = {
      id: `containerd://${name}-${attempt}`,
      imageId: `${image}@sha256:0`,
      image: 'error' in parsed ? image : parsed.full,
      attempt,
      sandbox: 0,
      isStopping: false,
      ...(previous ? { previous } : {}),
    };
    this.#containers.set(key, { ...base, state: 'creating', startedAtMs: this.nowMs });
    const runs = this.runs.get(name) ?? ['runs'];
    const run = runs[Math.min(attempt, runs.length - 1)] ?? 'runs';
    this.#after(took.startMs, pod, () => {
      this.#containers.set(key, { ...base, state: 'running', startedAtMs: this.nowMs });
      if (run === 'runs') return;
      const end = () => this.#end(key, run.exitCode, run.reason);
      if (run.reason === 'StartError') end();
      else this.#after(run.afterMs, pod, end);
    });
  }

  #stop(podUid: string, name: string, graceMs: number): void {
    const key = `${podUid}/${name}`;
    const pod = this.store.list(PodKind).find(({ metadata }) => metadata.uid === podUid);
    if (!pod) return;
    if (this.stubborn.has(name)) this.#after(graceMs, pod, () => this.#end(key, 137));
    else this.#after(took.stopMs, pod, () => this.#end(key, 0));
  }

  #end(key: string, exitCode: number, reason?: string): void {
    const record = this.#containers.get(key);
    if (record?.state !== 'running') return;
    const why = reason ? { reason, message: 'no such command' } : {};
    this.#containers.set(key, { ...record, state: 'exited', exitCode, finishedAtMs: this.nowMs, ...why });
  }

  #check({ podUid, container, purpose }: WorldAct & { do: 'check' }): void {
    const key = `${podUid}/${container}/${purpose}`;
    const containerId = this.#containers.get(`${podUid}/${container}`)?.id ?? '';
    const record = { containerId, sinceMs: this.nowMs };
    this.#checks.set(key, record);
    this.#queue.push(this.nowMs + took.hookMs, () => {
      this.#checks.set(key, { ...record, outcome: this.hookOutcome });
      this.#ring({ what: 'check', nodeName, podUid, container, purpose });
    });
  }

  #remove(podUid: string): void {
    this.#sandboxes.delete(podUid);
    for (const key of this.#memories.keys()) if (key.startsWith(`${podUid}/`)) this.#memories.delete(key);
    for (const key of this.#containers.keys()) if (key.startsWith(`${podUid}/`)) this.#containers.delete(key);
  }

  #after(ms: number, pod: Pod, happen: () => void): void {
    this.#queue.push(this.nowMs + ms, () => {
      happen();
      const { namespace = '', name, uid = '' } = pod.metadata;
      this.#ring({ what: 'container', nodeName, namespace, podName: name, podUid: uid });
    });
  }

  #ring(change: WorldChange): void {
    for (const doorbell of kubelet.doorbells) {
      if (!doorbell.world) continue;
      for (const key of doorbell.keys(change, this.view)) this.#look(key, this.nowMs + kubelet.latencyMs);
    }
  }

  #row(type: string, pod: Pod): void {
    const statuses = [...(pod.status?.containerStatuses ?? [])];
    const ready = statuses.filter((status) => status.ready).length;
    const restarts = Math.max(0, ...statuses.map(({ restartCount }) => restartCount));
    const row = `${this.nowMs - startMs} ${ready}/${pod.spec.containers.length} ${wordFor(type, pod)} ${restarts}`;
    if (this.rows.at(-1)?.replace(/^\d+/, '') !== row.replace(/^\d+/, '')) this.rows.push(row);
  }
}

/** Roughly the STATUS column. */
function wordFor(type: string, pod: Pod): string {
  if (type === 'DELETED') return 'gone';
  const reasons = (pod.status?.containerStatuses ?? []).map(
    ({ state }) => state?.waiting?.reason ?? state?.terminated?.reason,
  );
  const reason = reasons.toReversed().find((word) => word !== undefined);
  if (pod.metadata.deletionTimestamp && !reason) return 'Terminating';
  return reason ?? pod.status?.phase ?? '';
}
