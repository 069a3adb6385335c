// What a kubelet holds in memory about one pod. The world keeps it (act `remember`), so that reconcile stays pure.
import type { Pod } from '../api/pod.ts';
import type { WorldView } from '../world/world.ts';
import type { BackOffs } from './backoff.ts';

export interface PodMemory {
  /** The pod as the kubelet last heard of it. */
  readonly pod: Pod;
  readonly stage: Stage;
  /** When the kubelet first heard of it. */
  readonly sinceMs: number;
  /** The sync under way: a sandbox or container is being made, an image pulled. */
  readonly startup?: Startup;
  /** When the last sync ended. The next one waits for a relist after that. */
  readonly lookedAtMs: number;
  /** When the containers were listed out of turn, because one had been started. Exits before that have been seen. */
  readonly relistedAtMs: number;
  /** When the work queue syncs the pod again. */
  readonly syncAtMs?: number;
  /** What the last sync saw of the spec and of the containers. */
  readonly seen?: string;
  /** Why containers could not be started, by name: they show at the next sync. */
  readonly reasons: ReadonlyMap<string, Reason>;
  /** Restarts, by container. */
  readonly restarts: BackOffs;
  /** Pulls that failed, by image. */
  readonly pulls: BackOffs;
  /** What the last failed pull of an image said. */
  readonly pullErrors: ReadonlyMap<string, string>;
  /** Attempts in a row to mount the volumes that failed. */
  readonly failedMounts: number;
  /** The hooks before the end whose outcome was taken note of: when the last of each container began. */
  readonly heardPreStops: ReadonlyMap<string, number>;
  readonly termination?: Termination;
  /** Why the kubelet itself ended the pod, whatever became of its containers. */
  readonly failure?: Reason;
  /** How long its containers may take to stop at most, where the kubelet is in a hurry. */
  readonly graceSecondsMost?: number;
  /** True where the node's network was cut since, so that the API server may show something else. */
  readonly isCutOff?: boolean;
}

/** active: containers are kept running; terminating: they are being stopped; terminated: all is over. */
export type Stage = 'active' | 'terminating' | 'terminated';

export interface Reason {
  readonly reason: string;
  readonly message: string;
}

/** One container that a sync wants to start. */
export interface StartOrder {
  readonly name: string;
  /** When the attempt before ended, where one had at the start of the sync: the back-off counts from there. */
  readonly finishedAtMs?: number;
  /** Why the attempt that still runs is stopped first: the words of the Killing event. */
  readonly stopMessage?: string;
  /** How long it may take to stop, where not as long as the pod says. */
  readonly graceSeconds?: number;
  /** True: it is only stopped. */
  readonly isStopOnly?: boolean;
}

export interface Startup {
  readonly orders: readonly StartOrder[];
  readonly isNewSandbox: boolean;
  /** How far the containers that are to be replaced have been stopped. */
  readonly stops: 'to do' | 'under way' | 'done';
  /** The first of the orders, where it is under way. */
  readonly current?: {
    /** hook: the one after the start runs; kill: it has failed, and the container is being stopped. */
    readonly step: 'pull' | 'start' | 'hook' | 'kill';
    readonly image: string;
    readonly sinceMs: number;
    readonly attempt: number;
  };
  /** When the last container of this sync started, if one did. */
  readonly startedAtMs?: number;
  readonly hasFailed: boolean;
  /** The earliest end of the back-offs that held a container back. */
  readonly backOffUntilMs?: number;
}

export interface Termination {
  readonly graceSeconds: number;
  /** When the first container was told to stop. */
  readonly sinceMs?: number;
  /** The containers that were told to stop. */
  readonly told: readonly string[];
  /** When the last one had stopped. */
  readonly stoppedAtMs?: number;
  /** True once the object's deletion was asked for. */
  readonly isDeletionAsked: boolean;
}

/** What the kubelet remembers of a pod; undefined: it has not seen it yet. */
export function recall(world: WorldView, podUid: string): PodMemory | undefined {
  return world.memory(podUid) as PodMemory | undefined;
}

/** The memory of a pod that was just heard of. */
export function freshMemory(pod: Pod, nowMs: number): PodMemory {
  return {
    pod,
    stage: 'active',
    sinceMs: nowMs,
    lookedAtMs: Number.NEGATIVE_INFINITY,
    relistedAtMs: Number.NEGATIVE_INFINITY,
    reasons: NONE,
    restarts: NONE,
    pulls: NONE,
    pullErrors: NONE,
    failedMounts: 0,
    heardPreStops: NONE,
  };
}

/** Most pods live without any of it, so they share the lack of it. */
const NONE: ReadonlyMap<string, never> = new Map<string, never>();
