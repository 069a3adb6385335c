// One pod alone in a whole cluster, whose life a test plays and reads.
import type { Event } from '../api/event.ts';
import { EventKind } from '../api/event.ts';
import type { Container, Pod, PodSpec } from '../api/pod.ts';
import { PodKind } from '../api/pod.ts';
import type { Cluster } from '../cluster.ts';
import { createCluster } from '../cluster.ts';
import { recordPods } from '../pod-history.ts';
import { testPrograms, testShell } from './test-world.ts';

export class Stage {
  readonly cluster: Cluster;
  readonly #rows: ReturnType<typeof recordPods>;
  #lastSeen: Pod | undefined;

  constructor(spec: Partial<PodSpec> & { containers: Container[] }) {
    this.cluster = createCluster({ seed: 1, programs: testPrograms, shell: testShell, freeze: true });
    this.#rows = recordPods(this.cluster);
    this.cluster.store.subscribe(({ kind, after }) => {
      if (kind === PodKind) this.#lastSeen = after as Pod;
    });
    const metadata = { name: 'p', namespace: 'default', labels: { app: 'web' } };
    const object = { apiVersion: 'v1', kind: 'Pod', metadata, spec } as Pod;
    const answer = this.cluster.api.create(PodKind, object, { fieldValidation: 'Strict' });
    if (!answer.ok) throw new Error(answer.status.message);
  }

  get pod(): Pod {
    const pod = this.cluster.store.get(PodKind, 'default', 'p');
    if (!pod) throw new Error('the pod is gone');
    return pod;
  }

  /** The pod as it is, or was when it went. */
  get lastSeen(): Pod {
    if (!this.#lastSeen) throw new Error('there was no pod');
    return this.#lastSeen;
  }

  run(seconds: number): this {
    this.cluster.loop.advanceTo(this.cluster.loop.nowMs + seconds * 1000);
    return this;
  }

  delete(gracePeriodSeconds?: number): this {
    const options = gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds };
    this.cluster.api.delete(PodKind, 'default', 'p', options);
    return this;
  }

  /** READY, STATUS and RESTARTS, each time they changed, from Running on. */
  get story(): string[] {
    const lines = this.#rows.map(({ ready, status, restarts }) => `${ready} ${status} ${restarts}`);
    return lines.filter((line, i) => line !== lines[i - 1] && !/Pending|ContainerCreating/.test(line));
  }

  /** When the pod first showed this, in ms. */
  firstMs(ready: string, status: string, restarts = 0): number {
    const row = this.#rows.find(
      (it) => it.ready === ready && it.status === status && it.restarts === restarts,
    );
    if (!row) throw new Error(`never ${ready} ${status} ${restarts}: ${this.story.join(', ')}`);
    return row.atMs;
  }

  said(reasons: RegExp): string[] {
    return this.cluster.store
      .list(EventKind)
      .filter(({ reason = '' }) => reasons.test(reason))
      .map(({ count, reason, message }) => `${count} ${reason} ${message}`);
  }

  event(of: string): Event | undefined {
    return this.cluster.store.list(EventKind).find(({ reason }) => reason === of);
  }

  write(path: string): void {
    this.cluster.world.files(this.pod.metadata.uid ?? '', 'a')?.write(path, 'x');
  }

  remove(path: string): void {
    this.cluster.world.files(this.pod.metadata.uid ?? '', 'a')?.remove(path);
  }

  get lastState() {
    return this.pod.status?.containerStatuses?.[0]?.lastState?.terminated;
  }
}
