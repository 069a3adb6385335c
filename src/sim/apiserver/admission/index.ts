// Admission: what the API server adds to a new object, or refuses, beyond its own fields. One plugin a file.
import type { Kind } from '../../api/kind.ts';
import type { KubeObject } from '../../api/meta.ts';
import { PodKind } from '../../api/pod.ts';
import type { View } from '../../component.ts';
import type { Random } from '../../machinery/random.ts';
import type { Charge, Charged } from '../quota-charge.ts';
import { chargeQuotas } from '../quota-charge.ts';
import type { Status } from '../status.ts';
import { claimResize } from './claim-resize.ts';
import { defaultStorageClass } from './default-storage-class.ts';
import { defaultTolerations } from './default-tolerations.ts';
import { limitBounds } from './limit-bounds.ts';
import { limitRanger } from './limit-ranger.ts';
import { namespaceLifecycle } from './namespace-lifecycle.ts';
import { priority, singleDefaultPriority } from './priority.ts';
import { checkOverhead, runtimeClass } from './runtime-class.ts';
import { serviceAccount } from './service-account.ts';
import { storageProtection } from './storage-protection.ts';

/** Changes a draft that nobody else holds, or says why it may not be created. */
export type AdmissionPlugin = (request: AdmissionRequest) => Status | undefined;

export interface AdmissionRequest {
  readonly kind: Kind;
  readonly draft: KubeObject;
  readonly view: View;
  readonly random: Random;
}

/** Says why a changed object may not be stored. */
export type UpdatePlugin = (request: UpdateRequest) => Status | undefined;

export interface UpdateRequest {
  readonly kind: Kind;
  readonly next: KubeObject;
  readonly stored: KubeObject;
  readonly view: View;
}

/** In the order in which the API server runs them. */
const plugins: readonly AdmissionPlugin[] = [
  namespaceLifecycle,
  limitRanger,
  serviceAccount,
  priority,
  defaultTolerations,
  defaultStorageClass,
  storageProtection,
  runtimeClass,
];

const updatePlugins: readonly UpdatePlugin[] = [
  // What a pod asks for stays as it is.
  ({ kind, next, view }) => (kind === PodKind ? undefined : limitBounds(kind, next, view)),
  singleDefaultPriority,
  claimResize,
];

/** Runs the plugins on a changed object; the first refusal ends it. */
export function admitUpdate(request: UpdateRequest): Status | undefined {
  for (const plugin of updatePlugins) {
    const status = plugin(request);
    if (status) return status;
  }
  return undefined;
}

/** Runs the plugins on a new object; the first refusal ends it. */
export function admitCreate(request: AdmissionRequest): Status | undefined {
  for (const plugin of plugins) {
    const status = plugin(request);
    if (status) return status;
  }
  return undefined;
}

/** What is asked of an object that is valid: that it keeps within the bounds of its namespace, and what it counts for. */
export function judgeCreate(charged: Charged): Charge {
  const { kind, object, view } = charged;
  const status = limitBounds(kind, object, view) ?? checkOverhead(kind, object);
  return status ? { ok: false, status } : chargeQuotas(charged);
}
