// The one shape of everything that acts in a cluster: a doorbell, a key and a reconcile.
import type { Kind } from './api/kind.ts';
import type { KubeObject, ObjectReference } from './api/meta.ts';
import type { Status } from './apiserver/status.ts';
import type { Change } from './apiserver/store.ts';
import type { WorldAct, WorldChange, WorldView } from './world/world.ts';

/**
 * A part of the cluster that watches, decides and asks. Level-triggered: a doorbell only says which key to look
 * at; reconcile reads the objects as they are and returns the requests it would make. It keeps no state of
 * its own, changes nothing it is given, and must come to rest when the cluster is as wanted.
 */
export interface Component<V extends View = View> {
  /** The name that its events carry as their source, e.g. statefulset-controller. */
  readonly name: string;
  readonly doorbells: readonly Doorbell[];
  /** Modelled delay from a doorbell to the look at the key. */
  readonly latencyMs: number;
  /** Keys to look at once when the cluster starts. */
  readonly startKeys?: (view: V) => readonly string[];
  reconcile(key: string, view: V, nowMs: number): Request[];
}

/** Which keys a change of an object of this kind, or of the world, rings for. */
export type Doorbell =
  | {
      readonly kind: Kind;
      readonly world?: undefined;
      keys(change: Change, view: View): readonly string[];
    }
  | {
      readonly kind?: undefined;
      readonly world: true;
      keys(change: WorldChange, view: View): readonly string[];
    };

/** The objects as they are now, read-only. Lists come in order of creation; one that has not changed is the same list. */
export interface View {
  get<T extends KubeObject>(kind: Kind<T>, namespace: string, name: string): T | undefined;
  /** All of a kind, of one namespace if named. */
  list<T extends KubeObject>(kind: Kind<T>, namespace?: string): readonly T[];
  /** The objects of a kind that name this uid among their owners. */
  ownedBy<T extends KubeObject>(kind: Kind<T>, ownerUid: string): readonly T[];
  /** The objects of a kind whose spec.nodeName is this node ('' for the pods not yet scheduled). */
  onNode<T extends KubeObject>(kind: Kind<T>, nodeName: string): readonly T[];
}

/** What components on a node also see: what is true, beside what Kubernetes believes. */
export interface NodeView extends View {
  readonly world: WorldView;
}

/**
 * One request to the API server, or to the world. The loop makes the requests of a
 * reconcile in order. `then` turns the answer into further requests, made next; `otherwise` turns a refusal into
 * requests and counts as handled. Both are functions of the answer alone, so a reconcile stays a function of what it was given. A refusal without `otherwise` ends this reconcile and retries the key with back-off.
 */
export type Request =
  | ({ readonly verb: 'create'; readonly kind: Kind; readonly object: KubeObject } & Answered)
  | ({
      readonly verb: 'update' | 'updateStatus';
      readonly kind: Kind;
      readonly object: KubeObject;
    } & Answered)
  | ({
      readonly verb: 'delete';
      readonly kind: Kind;
      readonly namespace: string;
      readonly name: string;
      readonly options?: DeleteOptions;
    } & Answered)
  | ({
      readonly verb: 'bind';
      readonly namespace: string;
      readonly name: string;
      readonly uid: string;
      readonly nodeName: string;
    } & Answered)
  | { readonly verb: 'event'; readonly event: EventRequest }
  /** Look at this key again after a while. `periodic`: work that never ends (a heartbeat), which `settle` does not wait for. */
  | { readonly verb: 'wake'; readonly afterMs: number; readonly periodic?: boolean }
  | { readonly verb: 'world'; readonly act: WorldAct }
  /** Says that the key failed (no request was refused): the key is tried again with back-off. */
  | { readonly verb: 'fail'; readonly message: string };

interface Answered {
  readonly then?: (answer: KubeObject) => Request[];
  readonly otherwise?: (refusal: Status) => Request[];
}

export interface DeleteOptions {
  readonly gracePeriodSeconds?: number;
  readonly propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  readonly preconditions?: { readonly uid?: string; readonly resourceVersion?: string };
}

/** What a component has to say about an object; equal ones are counted, not repeated. */
export interface EventRequest {
  readonly regarding: KubeObject;
  /** E.g. spec.containers{nginx}. */
  readonly fieldPath?: ObjectReference['fieldPath'];
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  /** The source, where it is not the component's own name. */
  readonly source?: string;
  /** The node it was said on (kubelet). */
  readonly host?: string;
}
