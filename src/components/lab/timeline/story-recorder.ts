/** Listens to a cluster and keeps what the timeline tells of it. The same log gives the same story. */
import type { LogEntry } from '../../../shell/log.ts';
import type { Change, Cluster, Event, KubeObject, Pod } from '../../../sim/index.ts';
import { controllerOf, EventKind, isPodReady, NodeKind, PodKind } from '../../../sim/index.ts';
import { podSummaryView } from '../pod-view.ts';
import { setViewOf } from '../set-view.ts';
import { topOwner } from '../top-owner.ts';
import type { Happening, Mark } from './story.ts';

/** So many happenings are told. Beyond, only states are: an endless loop should not fill a page. */
const MARKS_MAX = 20_000;
const SETS = new Set([
  'StatefulSet',
  'Deployment',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
]);
const VERSION_LABELS = ['pod-template-hash', 'controller-revision-hash'];

export class StoryRecorder {
  readonly happenings: Happening[] = [];
  readonly #cluster: Cluster;
  /** What was last told of each pod and workload, so that only what changed is told. */
  readonly #told = new Map<string, string>();
  readonly #restarts = new Map<string, number>();
  readonly #groups = new Map<string, string>();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    cluster.store.subscribe((change) => this.#hear(change));
  }

  /** Something was done by hand. */
  did(entry: LogEntry): void {
    if (entry.do === 'run') this.#mark('command', '', entry.line);
    else if (entry.do === 'write') this.#mark('save', '', entry.path);
    else if (entry.do === 'interrupt') this.#mark('stop', '', '^C');
  }

  #hear(change: Change): void {
    const { kind, after } = change;
    if (after.metadata.namespace === 'kube-system') return;
    if (kind === PodKind) this.#hearPod(change, after as Pod);
    else if (kind === EventKind) this.#hearEvent(change, after as Event);
    else if (kind === NodeKind) this.#hearNode(change);
    else if (SETS.has(kind.kind)) this.#hearSet(change);
  }

  #hearPod(change: Change, pod: Pod): void {
    const { uid = '', namespace = '', name, labels } = pod.metadata;
    const atMs = this.#atMs(change);
    if (change.type === 'DELETED') {
      this.happenings.push({ is: 'gone', atMs, uid });
      this.#told.delete(uid);
      return;
    }
    const { status, tone, restarts } = podSummaryView(pod);
    const isReady = isPodReady(pod);
    if (restarts > (this.#restarts.get(uid) ?? 0)) this.#mark('restart', uid, String(restarts));
    this.#restarts.set(uid, restarts);
    if (!this.#isNew(uid, `${status}/${tone}/${isReady}`)) return;
    const version = VERSION_LABELS.map((label) => labels?.[label]).find((value) => value !== undefined) ?? '';
    const group = this.#groupOf(pod);
    this.happenings.push({ is: 'pod', atMs, uid, namespace, name, group, version, status, tone, isReady });
  }

  #hearSet(change: Change): void {
    const { after } = change;
    if (change.type === 'DELETED' || controllerOf(after)) return;
    const group = keyOf(after);
    const { wanted, ready, updated, isRollout } = setViewOf(after);
    if (!this.#isNew(group, `${wanted}/${ready}/${updated}/${isRollout}`)) return;
    this.happenings.push({ is: 'set', atMs: this.#atMs(change), group, wanted, ready, updated, isRollout });
  }

  #hearEvent(change: Change, event: Event): void {
    const { involvedObject, reason = '', message = '', type } = event;
    if (change.type === 'DELETED' || involvedObject.namespace === undefined) return;
    const { kind = '', name = '', namespace, uid = '' } = involvedObject;
    const what = reason === 'Unhealthy' ? 'probe' : type === 'Warning' ? 'warning' : 'event';
    const about = kind === 'Pod' ? uid : this.#topOf(kind, namespace, name);
    this.#mark(what, about, `${reason}: ${message}`);
  }

  #hearNode({ after, type }: Change): void {
    const { name } = after.metadata;
    const ready =
      (after as NodeLike).status?.conditions?.find((it) => it.type === 'Ready')?.status ?? 'Unknown';
    const said = type === 'DELETED' ? 'deleted' : ready === 'True' ? 'Ready' : 'NotReady';
    const before = this.#told.get(`node/${name}`);
    if (!this.#isNew(`node/${name}`, said) || (before === undefined && said === 'Ready')) return;
    this.#mark('node', '', `${name} ${said}`);
  }

  #mark(what: Mark['what'], about: string, text: string): void {
    if (this.happenings.length >= MARKS_MAX) return;
    const atMs = this.#cluster.loop.nowMs - this.#cluster.startMs;
    this.happenings.push({ is: 'mark', atMs, what, about, text });
  }

  #isNew(of: string, said: string): boolean {
    if (this.#told.get(of) === said) return false;
    this.#told.set(of, said);
    return true;
  }

  #groupOf(pod: Pod): string {
    const owner = controllerOf(pod);
    if (owner === undefined) return '';
    return this.#topOf(owner.kind, pod.metadata.namespace ?? '', owner.name);
  }

  /** Kept for those that are gone by the time something is said of them. */
  #topOf(kind: string, namespace: string, name: string): string {
    const key = `${kind}/${namespace}/${name}`;
    const top = topOwner(this.#cluster.view, kind, namespace, name);
    if (top !== key) this.#groups.set(key, top);
    return this.#groups.get(key) ?? top;
  }

  #atMs({ atMs }: Change): number {
    return atMs - this.#cluster.startMs;
  }
}

type NodeLike = KubeObject & {
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
};

function keyOf({ kind, metadata }: KubeObject): string {
  return `${kind}/${metadata.namespace ?? ''}/${metadata.name}`;
}
