// Probes the containers of the pods on a node: whether they have started, are ready, are still alive.
// Watches: the world, for containers that start and for answers. Writes: events; remembers what it finds, which the kubelet
// acts on. Decides: when to ask, and after how many equal answers a verdict holds.
//
// Each probe has a beat: one question every periodSeconds, counted from when the kubelet first heard of the pod.
//
// Departs: a container that is not ready is asked out of beat once, when it has started, not at each status the kubelet
// makes.
import type { Container } from '../api/pod.ts';
import type { Probe } from '../api/pod-spec.ts';
import type { Component, NodeView, Request, View } from '../component.ts';
import { createRandom } from '../machinery/random.ts';
import type { CheckRecord } from '../world/check.ts';
import { isGood, isRedirect } from '../world/check.ts';
import type { ContainerRecord, WorldChange } from '../world/world.ts';
import type { ProbeMemory, ProbeType } from './findings.ts';
import { memoryNameOf, probeMemory, probeOf, probeTypes } from './findings.ts';
import { actionOf } from './handler.ts';
import type { PodMemory } from './memory.ts';
import { recall } from './memory.ts';
import { sayHeard } from './probe-events.ts';
import { freshProbeMemory, hear, isSteady } from './probe-memory.ts';
import { containerNamed, containersOf } from './turn.ts';

/** Keys are `node/podUid/container/type`. */
export const prober: Component<NodeView> = {
  name: 'kubelet',
  // Later than the kubelet, which must have seen a container before it is probed.
  latencyMs: 15,
  doorbells: [{ world: true, keys: keysOfWorld }],
  reconcile,
};

/** The probes of a pod that was just heard of are set up within so long: pods that came together do not beat together. */
const setUpMs = 40;

/** One probe of one attempt of a container. */
export interface Probing {
  readonly view: NodeView;
  readonly nodeName: string;
  readonly podUid: string;
  readonly nowMs: number;
  readonly known: PodMemory;
  readonly container: Container;
  readonly type: ProbeType;
  readonly probe: Probe;
  readonly record: ContainerRecord;
}

function reconcile(key: string, view: NodeView, nowMs: number): Request[] {
  const probing = probingOf(key, view, nowMs);
  if (!probing) return [];
  const { type, podUid, container, record } = probing;
  const last = view.world.check(podUid, container.name, type);
  const check = last?.containerId === record.id ? last : undefined;
  const before = probeMemory(view.world, podUid, container.name, type);
  const known = before?.containerId === record.id ? before : freshProbeMemory(type, record.id);
  const requests: Request[] = [];
  const memory = check ? takeNote(probing, known, check, requests) : known;
  if (memory.isOnHold) return requests;
  const isUnderWay = check !== undefined && check.outcome === undefined;
  const dueMs = isUnderWay ? beatAfter(probing, nowMs) : dueMsOf(probing, check);
  if (dueMs <= nowMs) requests.push(...ask(probing, memory));
  const nextMs = dueMs > nowMs ? dueMs : beatAfter(probing, nowMs);
  requests.push({ verb: 'wake', afterMs: nextMs - nowMs, periodic: isSteady(memory, probing.probe) });
  return requests;
}

/** Undefined: there is nothing to ask at present. */
function probingOf(key: string, view: NodeView, nowMs: number): Probing | undefined {
  const [nodeName = '', podUid = '', name = '', type] = key.split('/') as [string, string, string, ProbeType];
  const { world } = view;
  const known = recall(world, podUid);
  const container = known && containerNamed(known.pod, name);
  const probe = container && probeOf(container, type);
  const record = world.container(podUid, name);
  if (!known || !container || !probe || record?.state !== 'running') return undefined;
  // The kubelet has not seen this attempt yet: its start is not over.
  if (record.startedAtMs > known.lookedAtMs) return undefined;
  const isEnding = known.stage !== 'active' || known.pod.metadata.deletionTimestamp !== undefined;
  if (known.stage === 'terminated' || (isEnding && type !== 'readiness')) return undefined;
  const probing = { view, nodeName, podUid, nowMs, known, container, type, probe, record };
  return openSinceMs(probing) === undefined ? undefined : probing;
}

/** Since when the container may be asked, its initial delay aside: it runs, and has started up. */
function openSinceMs({ view, podUid, container, type, record }: Probing): number | undefined {
  if (!container.startupProbe || type === 'startup') return record.startedAtMs;
  const startup = probeMemory(view.world, podUid, container.name, 'startup');
  const hasStarted = startup?.containerId === record.id && startup.verdict === 'success';
  return hasStarted ? startup.heardMs : undefined;
}

function takeNote(
  probing: Probing,
  before: ProbeMemory,
  check: CheckRecord,
  requests: Request[],
): ProbeMemory {
  const { outcome, sinceMs } = check;
  if (!outcome || sinceMs === before.heardMs) return before;
  if (isQuiet(before, probing.probe) && isGood(outcome) && !isRedirect(outcome)) return before;
  const memory = hear(before, probing.type, probing.probe, outcome, sinceMs);
  const about = memoryNameOf(probing.container.name, probing.type);
  const isNews = memory.verdict !== before.verdict;
  requests.push(...sayHeard(probing, outcome), {
    verb: 'world',
    act: { do: 'remember', podUid: probing.podUid, about, memory, isNews },
  });
  return memory;
}

/** When to ask next: at a beat, but a container that is not known to be ready is asked at once. */
function dueMsOf(probing: Probing, check: CheckRecord | undefined): number {
  if (check) return beatAfter(probing, check.sinceMs);
  const { probe, record, nowMs, type } = probing;
  // The initial delay is counted from the start as the status shows it, in whole seconds.
  const shownStartMs = Math.floor(record.startedAtMs / 1000) * 1000;
  const earliestMs = shownStartMs + (probe.initialDelaySeconds ?? 0) * 1000;
  if (type === 'readiness' && earliestMs <= nowMs) return nowMs;
  return beatAfter(probing, Math.max(openSinceMs(probing) ?? nowMs, earliestMs - 1));
}

/** The first beat after an instant. */
function beatAfter({ known, probe, podUid }: Probing, afterMs: number): number {
  const periodMs = (probe.periodSeconds ?? 10) * 1000;
  const firstMs = known.sinceMs + createRandom(`probes of ${podUid}`).int(setUpMs);
  return firstMs + (Math.floor((afterMs - firstMs) / periodMs) + 1) * periodMs;
}

function ask(probing: Probing, memory: ProbeMemory): Request[] {
  const { container, type, probe, podUid } = probing;
  const action = actionOf(container, probe);
  if (!action.ok) return sayHeard(probing, { what: 'impossible', message: action.error });
  const ask = { podUid, container: container.name, purpose: type, action: action.value };
  const timeoutMs = (probe.timeoutSeconds ?? 1) * 1000;
  const isNewsOnly = isQuiet(memory, probe);
  return [{ verb: 'world', act: { do: 'check', ...ask, timeoutMs, isPeriodic: true, isNewsOnly } }];
}

/** True where one more success would change nothing. */
function isQuiet(memory: ProbeMemory, probe: Probe): boolean {
  return memory.last === 'success' && isSteady(memory, probe);
}

function keysOfWorld(change: WorldChange, view: View): readonly string[] {
  if (change.what === 'node' || change.what === 'sandbox') return [];
  const { nodeName, podUid } = change;
  if (change.what === 'check' && probeTypes.some((type) => type === change.purpose))
    return [`${nodeName}/${podUid}/${change.container}/${change.purpose}`];
  const pod = recall((view as NodeView).world, podUid)?.pod;
  if (!pod) return [];
  return containersOf(pod).flatMap((container) =>
    probeTypes
      .filter((type) => probeOf(container, type))
      .map((type) => `${nodeName}/${podUid}/${container.name}/${type}`),
  );
}
