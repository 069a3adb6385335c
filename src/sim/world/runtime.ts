// The container runtime of the nodes: carries out what kubelets ask for, and holds what there is of each pod.
import type { Pod } from '../api/pod.ts';
import type { Checks } from './checks.ts';
import { Container } from './container.ts';
import { stopGracefully } from './graceful-stop.ts';
import type { ImageRegistry } from './image.ts';
import type { MachineSchedule } from './machine-schedule.ts';
import type { NodeStates } from './node-state.ts';
import type { PodNetwork } from './pod-network.ts';
import type { PodWorld } from './pod-world.ts';
import { createPodWorld } from './pod-world.ts';
import { pullOutcome } from './pull.ts';
import { Sandbox } from './sandbox.ts';
import type { Timers } from './timers.ts';
import type { Volumes } from './volumes.ts';
import type { PullRecord, WorldAct } from './world.ts';
import type { WorldOptions } from './world-options.ts';

/** How long a pod's network takes to be there: no two begin at quite the same instant. */
const sandboxMs = { least: 420, spread: 80 };

/** What the runtime says of a container that it finds dead when it starts. */
const lostExit = { code: 255, reason: 'Unknown' } as const;

type ActOf<Do extends WorldAct['do']> = WorldAct & { readonly do: Do };

/** What the runtime works with. */
export interface RuntimeSite extends Pick<WorldOptions, 'now' | 'random' | 'network'> {
  readonly registry: ImageRegistry;
  readonly nodes: NodeStates;
  readonly pods: Map<string, PodWorld>;
  readonly wires: PodNetwork;
  readonly timers: Timers;
  readonly schedule: MachineSchedule;
  readonly checks: Checks;
  readonly volumes: Volumes;
  isConnected(nodeName: string): boolean;
  /** Rings for a change in a pod. */
  tell(what: 'image' | 'sandbox' | 'container', pod: PodWorld): void;
}

export class Runtime {
  readonly #site: RuntimeSite;

  constructor(site: RuntimeSite) {
    this.#site = site;
  }

  pull({ pod: object, container: { name: container, image: name = '' } }: ActOf<'pull'>): void {
    const { now, timers, registry, nodes, tell } = this.#site;
    const pod = this.#podFor(object);
    const sinceMs = now();
    const running = pod.pulls.get(container);
    if (running?.state === 'pulling' && running.image === name) return;
    const pulling: PullRecord = { image: name, state: 'pulling', sinceMs };
    pod.pulls.set(container, pulling);
    const isConnected = this.#site.isConnected(pod.nodeName);
    const node = nodes.of(pod.nodeName);
    // One after another, as kubelets pull (serializeImagePulls), also what somebody before it in the queue brings.
    const beginsMs = Math.max(sinceMs, node.pullsUntilMs);
    const { afterMs, record, fullName } = pullOutcome(registry, name, beginsMs, isConnected);
    node.pullsUntilMs = beginsMs + afterMs;
    timers.set(node.pullsUntilMs, () => {
      if (record.state === 'pulled') node.images.add(fullName);
      if (pod.pulls.get(container) !== pulling) return;
      pod.pulls.set(container, record);
      tell('image', pod);
    });
  }

  createSandbox({ pod: object }: ActOf<'create-sandbox'>): void {
    const { now, timers, nodes, random, wires, network, tell } = this.#site;
    const pod = this.#podFor(object);
    if (pod.sandbox !== undefined && pod.sandbox.state !== 'gone') return;
    const host = object.spec.hostNetwork ? nodes.of(pod.nodeName) : undefined;
    const ip = host?.ip ?? nodes.takeIp(pod.nodeName) ?? '';
    const number = pod.sandbox === undefined ? 0 : pod.sandbox.number + 1;
    const stack = network({ ip, nodeName: pod.nodeName, pod: object });
    const sandbox = new Sandbox(number, ip, stack, host?.listeners);
    pod.sandbox = sandbox;
    if (ip === '') return;
    if (!host) wires.add(pod.nodeName, ip, sandbox.listeners);
    const tookMs = sandboxMs.least + random.fork(`${pod.uid}/sandbox`).int(sandboxMs.spread);
    timers.set(now() + tookMs, () => {
      if (sandbox.state !== 'creating') return;
      sandbox.state = 'ready';
      tell('sandbox', pod);
    });
  }

  start(act: ActOf<'start'>): void {
    const { now, random, timers, schedule, nodes, registry, volumes, tell } = this.#site;
    const pod = this.#podFor(act.pod);
    const { sandbox } = pod;
    const { name, image = '' } = act.container;
    const known = pod.containers.get(name);
    if (sandbox?.state !== 'ready')
      throw new Error(`container ${name} cannot start before its sandbox is ready`);
    if (known !== undefined && known.latest.record.state !== 'exited') return;
    const attempt = (known?.latest.record.attempt ?? -1) + 1;
    const changed = () => tell('container', pod);
    const container = new Container(
      {
        now,
        random: random.fork(`${pod.uid}/${name}/${attempt}`),
        timers,
        schedule,
        sandbox,
        load: pod.load,
        changed,
      },
      {
        pod: act.pod,
        spec: act.container,
        image: nodes.hasImage(pod.nodeName, image) ? registry.find(image) : undefined,
        env: act.env,
        mounts: act.mounts.map((mount) =>
          volumes.mount(pod.uid, pod.nodeName, mount, act.pod.spec.securityContext?.fsGroup),
        ),
      },
      known?.latest,
    );
    pod.containers.set(name, { latest: container, previous: known?.latest });
    pod.pulls.delete(name);
    tell('container', pod);
  }

  stop(act: ActOf<'stop'>): void {
    const found = this.#find(act);
    if (found) stopGracefully(found.pod, found.container, act, this.#site.checks, this.#site.now);
  }

  check(act: ActOf<'check'>): void {
    const found = this.#find(act);
    if (found) this.#site.checks.start(found.pod, found.container, act);
  }

  load({ podUid, port = 0, requestsPerSecond }: ActOf<'load'>): void {
    const pod = this.#site.pods.get(podUid);
    pod?.load.set(port, Math.max(0, requestsPerSecond), this.#site.now());
  }

  /** The node stops in the middle of everything. What was written stays. */
  powerOff(nodeName: string): void {
    this.#site.nodes.of(nodeName).pullsUntilMs = 0;
    for (const pod of [...this.#site.pods.values()].filter((it) => it.nodeName === nodeName)) {
      for (const check of pod.checks.values()) check.cancel();
      pod.pulls.clear();
      for (const { latest } of pod.containers.values()) latest.end(lostExit.code, lostExit.reason);
      this.#dropSandbox(pod);
    }
  }

  removePod({ podUid }: ActOf<'remove-pod'>): void {
    const { pods, nodes, volumes, tell } = this.#site;
    const pod = pods.get(podUid);
    if (pod === undefined) return;
    for (const check of pod.checks.values()) check.cancel();
    for (const { latest } of pod.containers.values()) latest.stop(0);
    pods.delete(podUid);
    nodes.of(pod.nodeName).pods.delete(podUid);
    volumes.dropPod(podUid);
    this.#dropSandbox(pod);
    tell('sandbox', pod);
  }

  #dropSandbox({ sandbox, nodeName }: PodWorld): void {
    if (sandbox === undefined || sandbox.state === 'gone') return;
    sandbox.state = 'gone';
    const { nodes, wires } = this.#site;
    if (sandbox.ip === nodes.of(nodeName).ip) return;
    wires.remove(sandbox.ip);
    nodes.freeIp(nodeName, sandbox.ip);
  }

  #find({ podUid, container: name }: { readonly podUid: string; readonly container: string }) {
    const pod = this.#site.pods.get(podUid);
    const container = pod?.containers.get(name)?.latest;
    return pod && container && { pod, container };
  }

  #podFor(object: Pod): PodWorld {
    const { pods, nodes } = this.#site;
    const uid = object.metadata.uid ?? '';
    let pod = pods.get(uid);
    if (pod === undefined) {
      pod = createPodWorld(object);
      pods.set(uid, pod);
      nodes.of(pod.nodeName).pods.add(uid);
    }
    return pod;
  }
}
