/** What the page draws of a cluster: a compact view, made in the worker, plain data all the way down. */
import type { OpenFile } from '../../shell/desk.ts';
import type { Printed } from '../../shell/terminal.ts';
import type { Happening } from './timeline/story.ts';

/** How a pod or container is doing, as a shape and a colour. The word beside it is Kubernetes' own. */
export type Tone = 'running' | 'waiting' | 'failed' | 'done' | 'ending' | 'unknown';

export interface ContainerView {
  readonly name: string;
  readonly image: string;
  readonly tone: Tone;
  /** Running, or why it does not run: ContainerCreating, CrashLoopBackOff, Completed … */
  readonly state: string;
  readonly isReady: boolean;
  readonly restarts: number;
}

export interface PodView {
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  /** Empty before it is scheduled. */
  readonly node: string;
  /** `StatefulSet/web`; empty for a pod that nobody manages. */
  readonly owner: string;
  /** Who stands behind it in the end: `Deployment/default/shop`; '' for nobody. */
  readonly group: string;
  /** What `kubectl get pods` prints as STATUS. */
  readonly status: string;
  readonly tone: Tone;
  /** `1/1`. */
  readonly ready: string;
  readonly isReady: boolean;
  readonly restarts: number;
  readonly ip: string;
  readonly labels: readonly string[];
  readonly containers: readonly ContainerView[];
  /** Names of the claims it mounts. */
  readonly claims: readonly string[];
  /** The last Event about it: `Reason: message`. */
  readonly lastEvent: string;
}

export interface NodeView {
  readonly name: string;
  readonly isReady: boolean;
  /** Ready, NotReady, SchedulingDisabled: what `kubectl get nodes` prints. */
  readonly status: string;
}

export interface ClaimView {
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  /** Pending, Bound, Lost, Terminating. */
  readonly status: string;
  readonly volume: string;
  readonly capacity: string;
}

/** A PersistentVolume that no claim holds: what is on it may still be wanted. */
export interface FreeVolumeView {
  readonly uid: string;
  readonly name: string;
  /** Available, Released, Failed … */
  readonly status: string;
  readonly capacity: string;
  /** Retain, Delete or Recycle. */
  readonly reclaimPolicy: string;
  /** The claim that it is, or was, meant for: `default/data`; '' for none. */
  readonly claim: string;
}

/** A StatefulSet, ReplicaSet … and how far it has come. */
export interface SetView {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly wanted: number;
  readonly ready: number;
  /** How many pods are of the latest template. */
  readonly updated: number;
  /** True while pods of an older template are replaced. */
  readonly isRollout: boolean;
}

/** A Service and the pods that its endpoints name. */
export interface ServiceView {
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  /** ClusterIP, NodePort … or headless. */
  readonly type: string;
  /** `app=web`; empty where it selects nothing by itself. */
  readonly selector: string;
  readonly ready: readonly string[];
  readonly unready: readonly string[];
}

/** The pods of a node where there are too many to draw them one by one. */
export interface CrowdView {
  /** '' for pods that are on no node yet. */
  readonly node: string;
  /** `namespace/name`, each with its tone in the same place. */
  readonly names: readonly string[];
  readonly tones: readonly Tone[];
  /** How many pods have which status. */
  readonly counts: readonly (readonly [status: string, count: number])[];
}

export interface Picture {
  readonly nodes: readonly NodeView[];
  /** None where there is a crowd. */
  readonly pods: readonly PodView[];
  readonly crowd: readonly CrowdView[];
  readonly services: readonly ServiceView[];
  readonly claims: readonly ClaimView[];
  readonly freeVolumes: readonly FreeVolumeView[];
  readonly sets: readonly SetView[];
}

export interface ClockView {
  /** Virtual ms since the start. */
  readonly elapsedMs: number;
  /** Virtual time in ms since the Unix epoch. */
  readonly nowMs: number;
  readonly isPlaying: boolean;
  /** True while it hurries to rest. */
  readonly isSettling: boolean;
  readonly rate: number;
  /** True after a step that found nothing to stop at. */
  readonly isNothingDue: boolean;
  /** True where only periodic work is left. */
  readonly isSettled: boolean;
  /** When the learner could begin, in virtual ms since the start. */
  readonly beginMs: number;
  /** How far the cluster has ever come: later than now where an earlier moment is looked at. */
  readonly endMs: number;
  /** How many things done by hand lie between now and the end. */
  readonly ahead: number;
  /** True where something that was done later was let go and can be brought back. */
  readonly canRestore: boolean;
}

/** A place in a file that was refused. */
export interface MarkView {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** The text that is wrong; empty where something is missing. */
  readonly marked: string;
  /** The API server's own words, or kubectl's. */
  readonly said: string;
  /** Ours, in the page's language. */
  readonly advice?: string;
  /** What to write instead of `marked`, where that is the whole remedy. */
  readonly instead?: string;
}

/** The same beside a command's output. */
export interface HelpView {
  readonly advice: string;
  /** The place, as `web.yaml:8:3`; '' for the command itself. */
  readonly place: string;
}

/** One thing the terminal has to add to what it shows. */
export type TerminalNews =
  | { readonly is: 'command'; readonly id: number; readonly line: string }
  | {
      readonly is: 'output';
      readonly id: number;
      readonly stream: Printed['stream'];
      readonly text: string;
    }
  | { readonly is: 'help'; readonly id: number; readonly help: readonly HelpView[] }
  /** The API server refused something that the command asked, and can say why. */
  | { readonly is: 'denied'; readonly id: number }
  | { readonly is: 'end'; readonly id: number; readonly exitCode: number };

export interface TerminalView {
  /** What has come since the last frame. */
  readonly news: readonly TerminalNews[];
  readonly isBusy: boolean;
  /** True where a program in the foreground reads what is typed. */
  readonly isRead: boolean;
  /** The file that a command has opened for the learner, and waits for. */
  readonly editing?: OpenFile;
  /** Command lines that wait for the one before them. */
  readonly queued: readonly string[];
  /** `~` or a path. */
  readonly cwd: string;
}

/** Happenings to add behind the first `from` that were told before; those after them never happened. */
export interface StoryPart {
  readonly from: number;
  readonly happenings: readonly Happening[];
}

/** What changed since the last frame; a part that did not is absent. */
export interface Frame {
  readonly clock: ClockView;
  /** True where it stands alone: terminal, files and marks are as they were then, whatever came before this frame. */
  readonly isAnew?: boolean;
  /** True where it answers a wish for another moment. */
  readonly isSought?: boolean;
  /** What has happened since the last frame. */
  readonly story?: StoryPart;
  readonly picture?: Picture;
  readonly terminal?: TerminalView;
  /** Files that changed other than by the editor, by path relative to the home directory. */
  readonly files?: readonly (readonly [path: string, text: string])[];
  /** What is marked in files, where that changed; an empty list where nothing is any more. */
  readonly marks?: readonly (readonly [path: string, marks: readonly MarkView[]])[];
}

export const EMPTY_PICTURE: Picture = {
  nodes: [],
  pods: [],
  crowd: [],
  services: [],
  claims: [],
  freeVolumes: [],
  sets: [],
};

/** The cluster before it is first touched: nodes that are there and hold nothing. */
export function pictureAtRest(nodes: number): Picture {
  return {
    ...EMPTY_PICTURE,
    nodes: Array.from({ length: nodes }, (_, index) => ({
      name: `node-${index + 1}`,
      isReady: true,
      status: 'Ready',
    })),
  };
}
