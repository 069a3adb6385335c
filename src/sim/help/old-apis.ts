// Versions of the API that are gone: what went where, and with which release.
// Source: the Kubernetes deprecation guide, "Removed APIs by release".
import type { AlsoNeeded, Successor } from './advice.ts';

export interface OldApi {
  /** The release that no longer served it. */
  readonly since: string;
  /** What to write today; undefined where the kind itself is gone. */
  readonly apiVersion?: string;
  readonly also?: AlsoNeeded;
  /** What it is called today, where the name changed too. */
  readonly kind?: string;
  /** Where the kind is gone: what does its work. */
  readonly instead?: Successor;
}

const APPS = 'apps/v1';
const INGRESS = 'networking.k8s.io/v1';
const PSP: OldApi = { since: '1.25', instead: 'namespace-labels' };

const BY_VERSION: Readonly<Record<string, Readonly<Record<string, OldApi>>>> = {
  'extensions/v1beta1': {
    DaemonSet: { since: '1.16', apiVersion: APPS, also: 'selector' },
    Deployment: { since: '1.16', apiVersion: APPS, also: 'selector' },
    HorizontalPodAutoscaler: { since: '1.6', apiVersion: 'autoscaling/v2', also: 'cpu-metric' },
    Ingress: { since: '1.22', apiVersion: INGRESS, also: 'ingress' },
    Job: { since: '1.6', apiVersion: 'batch/v1' },
    NetworkPolicy: { since: '1.16', apiVersion: INGRESS },
    PodSecurityPolicy: PSP,
    ReplicaSet: { since: '1.16', apiVersion: APPS, also: 'selector' },
  },
  'apps/v1beta1': {
    ControllerRevision: { since: '1.16', apiVersion: APPS },
    Deployment: { since: '1.16', apiVersion: APPS, also: 'selector' },
    StatefulSet: { since: '1.16', apiVersion: APPS, also: 'selector' },
  },
  'apps/v1beta2': {
    ControllerRevision: { since: '1.16', apiVersion: APPS },
    DaemonSet: { since: '1.16', apiVersion: APPS, also: 'selector' },
    Deployment: { since: '1.16', apiVersion: APPS, also: 'selector' },
    ReplicaSet: { since: '1.16', apiVersion: APPS, also: 'selector' },
    StatefulSet: { since: '1.16', apiVersion: APPS, also: 'selector' },
  },
  'apps/v1alpha1': {
    PetSet: { since: '1.5', apiVersion: APPS, kind: 'StatefulSet', also: 'selector' },
  },
  'autoscaling/v2beta1': {
    HorizontalPodAutoscaler: { since: '1.25', apiVersion: 'autoscaling/v2', also: 'metric-target' },
  },
  'autoscaling/v2beta2': {
    HorizontalPodAutoscaler: { since: '1.26', apiVersion: 'autoscaling/v2' },
  },
  'batch/v1beta1': {
    CronJob: { since: '1.25', apiVersion: 'batch/v1' },
  },
  'batch/v2alpha1': {
    CronJob: { since: '1.21', apiVersion: 'batch/v1' },
    ScheduledJob: { since: '1.8', apiVersion: 'batch/v1', kind: 'CronJob' },
  },
  'discovery.k8s.io/v1beta1': {
    EndpointSlice: { since: '1.25', apiVersion: 'discovery.k8s.io/v1' },
  },
  'networking.k8s.io/v1beta1': {
    Ingress: { since: '1.22', apiVersion: INGRESS, also: 'ingress' },
    IngressClass: { since: '1.22', apiVersion: INGRESS },
  },
  'policy/v1beta1': {
    PodDisruptionBudget: { since: '1.25', apiVersion: 'policy/v1' },
    PodSecurityPolicy: PSP,
  },
  'coordination.k8s.io/v1beta1': {
    Lease: { since: '1.22', apiVersion: 'coordination.k8s.io/v1' },
  },
  'scheduling.k8s.io/v1alpha1': {
    PriorityClass: { since: '1.17', apiVersion: 'scheduling.k8s.io/v1' },
  },
  'scheduling.k8s.io/v1beta1': {
    PriorityClass: { since: '1.22', apiVersion: 'scheduling.k8s.io/v1' },
  },
  'storage.k8s.io/v1beta1': {
    StorageClass: { since: '1.22', apiVersion: 'storage.k8s.io/v1' },
    VolumeAttachment: { since: '1.22', apiVersion: 'storage.k8s.io/v1' },
  },
};

/** Undefined for what was never there, and for what still is. */
export function oldApi(apiVersion: string, kind: string): OldApi | undefined {
  const versions = Object.hasOwn(BY_VERSION, apiVersion) ? BY_VERSION[apiVersion] : undefined;
  return versions && Object.hasOwn(versions, kind) ? versions[kind] : undefined;
}

/** Kinds that a real cluster has and this one has not, with their version. */
export const REAL_KINDS: ReadonlyMap<string, string> = new Map([
  ['ClusterRole', 'rbac.authorization.k8s.io/v1'],
  ['ClusterRoleBinding', 'rbac.authorization.k8s.io/v1'],
  ['CustomResourceDefinition', 'apiextensions.k8s.io/v1'],
  ['IngressClass', 'networking.k8s.io/v1'],
  ['NetworkPolicy', 'networking.k8s.io/v1'],
  ['Role', 'rbac.authorization.k8s.io/v1'],
  ['RoleBinding', 'rbac.authorization.k8s.io/v1'],
]);
