// What is true, beside what Kubernetes believes: machines, images, running containers, disks.
// Kubelets look at it (WorldView), ask for changes (WorldAct) and are rung when something happens (WorldChange).
import type { Container, Pod } from '../api/pod.ts';
import type { Traffic } from './api-links.ts';
import type { CheckAction, CheckRecord } from './check.ts';

export interface WorldView {
  /** True while the node runs at all. */
  isOn(nodeName: string): boolean;
  /** How often the node has been started. */
  boots(nodeName: string): number;
  /** 1 for the first machine there was: its addresses follow from it. */
  nodeNumber(nodeName: string): number;
  /** True while the node's network is up. */
  isConnected(nodeName: string): boolean;
  /** True while the API server hears the heartbeats of the node's kubelet, or the kubelet of its pods: a while after its network is back. */
  reachesApi(nodeName: string, traffic: Traffic): boolean;
  hasImage(nodeName: string, image: string): boolean;
  /** Whom an image on the node runs as, in its own words; undefined: it does not say, or is not there. */
  imageUser(nodeName: string, image: string): string | undefined;
  /** The outcome of the last pull of this image for this pod's container, while it is news. */
  pull(podUid: string, container: string): PullRecord | undefined;
  sandbox(podUid: string): SandboxRecord | undefined;
  /** The latest attempt of a container and, if there was one, the attempt before. */
  container(podUid: string, name: string): ContainerRecord | undefined;
  /** The files of a volume of a pod's, as they were mounted or last replaced; undefined: no such volume is mounted. */
  mountedFiles(podUid: string, volume: string): readonly MountedFile[] | undefined;
  /** What a pod has written to its node, in characters; undefined: there is nothing of it there. */
  storageUsage(podUid: string): StorageUsage | undefined;
  /** What lies at a path on a node itself. */
  nodePath(nodeName: string, path: string): 'file' | 'directory' | undefined;
  /** Every pod that has anything on this node, by uid, in order of arrival. */
  podsOn(nodeName: string): readonly string[];
  /**
   * What a running container takes of its node at this instant: an average over the last seconds, capped by its limits. It is
   * worked out when it is asked for. Undefined: it does not run.
   */
  usage(podUid: string, container: string): ContainerUsage | undefined;
  /** The last check of a container for this purpose. */
  check(podUid: string, container: string, purpose: string): CheckRecord | undefined;
  /**
   * What the kubelet last asked to `remember` of this pod, or of one matter (`about`) in it, until the pod is removed. The
   * world does not look inside.
   */
  memory(podUid: string, about?: string): unknown;
}

export interface PullRecord {
  readonly image: string;
  readonly state: 'pulling' | 'pulled' | 'failed';
  readonly sinceMs: number;
  /** Where state is failed: the container runtime's words, from `rpc error:` on. */
  readonly error?: string;
  /** Where state is pulled: how long it took and how large the image is. */
  readonly tookMs?: number;
  readonly sizeBytes?: number;
}

export interface SandboxRecord {
  /** 0 for the pod's first one. */
  readonly number: number;
  readonly state: 'creating' | 'ready' | 'stopping' | 'gone';
  readonly ip: string;
}

export interface ContainerRecord {
  /** containerd://<64 hex digits> */
  readonly id: string;
  readonly imageId: string;
  /** The image's full name, e.g. docker.io/library/nginx:1.24 */
  readonly image: string;
  /** 0 for the first start, then one more each restart. */
  readonly attempt: number;
  /** The number of the sandbox that it is in. */
  readonly sandbox: number;
  readonly state: 'creating' | 'running' | 'exited';
  readonly startedAtMs: number;
  readonly finishedAtMs?: number;
  readonly exitCode?: number;
  /** The signal that ended it, where one did. */
  readonly signal?: number;
  /** Completed, Error, OOMKilled, StartError, ContainerCannotRun … */
  readonly reason?: string;
  /** The termination message, or the runtime's words about a failed start. */
  readonly message?: string;
  readonly isStopping: boolean;
  readonly previous?: ContainerRecord;
}

export interface ContainerUsage {
  /** Thousandths of a core, with fractions. */
  readonly cpuMillis: number;
  readonly memoryBytes: number;
}

export interface StorageUsage {
  /** By volume. */
  readonly emptyDirs: ReadonlyMap<string, number>;
  /** By container: what it wrote beside its image, and its log. */
  readonly containers: ReadonlyMap<string, number>;
}

/** What a kubelet asks of its node's container runtime. */
export type WorldAct =
  | { readonly do: 'pull'; readonly pod: Pod; readonly container: Container }
  | { readonly do: 'create-sandbox'; readonly pod: Pod }
  /** Starts the next attempt of a container. `env` and `mounts` are resolved: what the API said at this instant. */
  | {
      readonly do: 'start';
      readonly pod: Pod;
      readonly container: Container;
      readonly env: readonly (readonly [string, string])[];
      readonly mounts: readonly Mount[];
    }
  /**
   * First the hook, where there is one (a check with the purpose `preStop`), then SIGTERM, and SIGKILL when the grace period
   * is over. A second stop can only shorten it.
   */
  | {
      readonly do: 'stop';
      readonly podUid: string;
      readonly container: string;
      readonly graceMs: number;
      readonly preStop?: CheckAction;
    }
  /** Asks something of a container from outside. Its end rings. One for the same purpose that is under way is given up. */
  | {
      readonly do: 'check';
      readonly podUid: string;
      readonly container: string;
      /** Which of the container's checks it is, e.g. liveness. */
      readonly purpose: string;
      readonly action: CheckAction;
      /** When to give up. */
      readonly timeoutMs: number;
      /** True: it comes again and again, so `settle` does not wait for it. */
      readonly isPeriodic?: boolean;
      /** True: a good outcome is no news and rings nothing. */
      readonly isNewsOnly?: boolean;
    }
  /** Gives a volume of files that is mounted other files, all at once. Where a part of it is mounted by itself, that part stays. */
  | {
      readonly do: 'replace-files';
      readonly podUid: string;
      readonly volume: string;
      readonly files: readonly MountedFile[];
    }
  | { readonly do: 'remove-pod'; readonly podUid: string }
  /** What is on the disk is gone; a container that has it mounted keeps seeing it. */
  | { readonly do: 'delete-disk'; readonly id: string }
  /**
   * Says that from now on so many requests a second arrive at a pod, in place of what was said of that port before (0: no
   * more). None of them is made: only what the pod takes shows them. Without a port they go to the one it listens on first.
   */
  | {
      readonly do: 'load';
      readonly podUid: string;
      readonly port?: number;
      readonly requestsPerSecond: number;
    }
  /**
   * Keeps an immutable value beside a pod in place of the one before: what a real kubelet has in memory (back-offs, why
   * a start failed, when to look again). It rings no doorbell unless it is news, and does not make the pod one of `podsOn`.
   */
  | {
      readonly do: 'remember';
      readonly podUid: string;
      /** One matter in the pod, remembered apart from the others. */
      readonly about?: string;
      readonly memory: unknown;
      readonly isNews?: boolean;
    };

/** One mounted volume of a container, with where its data lives. */
export interface Mount {
  readonly path: string;
  readonly subPath?: string;
  readonly isReadOnly: boolean;
  readonly source:
    | { readonly type: 'empty-dir'; readonly name: string; readonly maxBytes?: number }
    /** Data that outlives the pod: the disk behind a persistent volume. */
    | { readonly type: 'disk'; readonly id: string }
    /** A folder or a file of the node; `isNewFile`: an empty file is made where nothing is. */
    | { readonly type: 'host-path'; readonly path: string; readonly isNewFile?: boolean }
    /** ConfigMap, Secret, downward API, projected: files as they are now. A pod's containers share those of one name. */
    | { readonly type: 'files'; readonly name: string; readonly files: readonly MountedFile[] };
}

export type MountedFile = readonly [path: string, content: string, mode?: number];

/** What happened in the world, for doorbells. */
export type WorldChange =
  | {
      readonly what: 'image' | 'sandbox' | 'container' | 'memory';
      readonly nodeName: string;
      readonly namespace: string;
      readonly podName: string;
      readonly podUid: string;
    }
  /** A check has ended. */
  | {
      readonly what: 'check';
      readonly nodeName: string;
      readonly podUid: string;
      readonly container: string;
      readonly purpose: string;
    }
  | { readonly what: 'node'; readonly nodeName: string };
