// Pod: one or more containers that share a network and volumes, on one node.

import type { FieldError } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { dns1123Subdomain } from '../machinery/names.ts';
import { ageColumn, NONE, nameColumn, sinceText } from './columns.ts';
import type { Kind } from './kind.ts';
import type { Condition, KubeObject } from './meta.ts';
import { validateMetadata } from './metadata-validation.ts';
import { checkSeccompFields, validatePodAnnotations } from './pod-annotation-validation.ts';
import { fillInPod } from './pod-defaults.ts';
import type { PodSpec } from './pod-spec.ts';
import { podStatus } from './pod-status.ts';
import { validatePodUpdate } from './pod-update.ts';
import { checkNewPod, checkPodOnly, validatePodSpec } from './pod-validation.ts';
import { annotationWarnings, hostNameWarnings, podSpecWarnings } from './pod-warnings.ts';
import { qosClassOf } from './quality-of-service.ts';

export type { Container, PodSpec, PodTemplateSpec } from './pod-spec.ts';

export interface Pod extends KubeObject {
  spec: PodSpec;
  status?: PodStatus;
}

export interface PodStatus {
  phase?: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
  observedGeneration?: number;
  conditions?: (Condition & { lastProbeTime?: string | null })[];
  message?: string;
  reason?: string;
  nominatedNodeName?: string;
  hostIP?: string;
  hostIPs?: { ip: string }[];
  podIP?: string;
  podIPs?: { ip: string }[];
  startTime?: string;
  initContainerStatuses?: ContainerStatus[];
  containerStatuses?: ContainerStatus[];
  ephemeralContainerStatuses?: ContainerStatus[];
  qosClass?: string;
  /** The sum of what its containers were given. */
  allocatedResources?: Record<string, string>;
  resources?: Record<string, unknown>;
}

export interface ContainerStatus {
  name: string;
  state?: ContainerState;
  lastState?: ContainerState;
  ready: boolean;
  restartCount: number;
  image: string;
  imageID: string;
  containerID?: string;
  started?: boolean;
  allocatedResources?: Record<string, string>;
  resources?: Record<string, unknown>;
  volumeMounts?: { name: string; mountPath: string; readOnly?: boolean; recursiveReadOnly?: string }[];
  user?: unknown;
}

export interface ContainerState {
  waiting?: { reason?: string; message?: string };
  running?: { startedAt?: string };
  terminated?: {
    exitCode: number;
    signal?: number;
    reason?: string;
    message?: string;
    startedAt?: string | null;
    finishedAt?: string | null;
    containerID?: string;
  };
}

const SPEC = FieldPath.of('spec');

export const PodKind: Kind<Pod> = {
  group: '',
  version: 'v1',
  kind: 'Pod',
  plural: 'pods',
  singular: 'pod',
  shortNames: ['po'],
  categories: ['all'],
  namespaced: true,
  schema: 'io.k8s.api.core.v1.Pod',
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate(draft) {
    draft.status = { phase: 'Pending', qosClass: qosClassOf(draft.spec) };
  },
  defaults: ({ spec }) => fillInPod(spec),
  validate: validatePod,
  validateUpdate: validatePodUpdate,
  gracePeriodSeconds: gracePeriodOf,
  // People seldom change pods by hand, and the API server spares itself the look.
  warnings: ({ metadata, spec }, old) =>
    old
      ? []
      : [
          ...hostNameWarnings(metadata.name, "the Pod's hostname"),
          ...annotationWarnings(metadata.annotations),
          ...podSpecWarnings(spec, 'spec'),
        ],
  columns: [
    nameColumn,
    { name: 'READY', cell: (pod) => podStatus(pod).ready },
    { name: 'STATUS', cell: (pod) => podStatus(pod).status },
    { name: 'RESTARTS', cell: restartsCell },
    ageColumn,
    { name: 'IP', wide: true, cell: ({ status }) => status?.podIPs?.[0]?.ip || status?.podIP || NONE },
    { name: 'NODE', wide: true, cell: ({ spec }) => spec.nodeName || NONE },
    { name: 'NOMINATED NODE', wide: true, cell: ({ status }) => status?.nominatedNodeName || NONE },
    { name: 'READINESS GATES', wide: true, cell: readinessGatesCell },
  ],
};

function restartsCell(pod: Pod, nowMs: number): string {
  const { restarts, lastRestart } = podStatus(pod);
  if (restarts === 0 || lastRestart === undefined) return String(restarts);
  return `${restarts} (${sinceText(lastRestart, nowMs)} ago)`;
}

function readinessGatesCell({ spec, status }: Pod): string {
  const gates = spec.readinessGates ?? [];
  if (gates.length === 0) return NONE;
  const isOpen = (gate: string) => status?.conditions?.find(({ type }) => type === gate)?.status === 'True';
  return `${gates.filter(({ conditionType }) => isOpen(conditionType)).length}/${gates.length}`;
}

function validatePod({ metadata, spec }: Pod): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Subdomain);
  validatePodAnnotations(metadata.annotations, spec, FieldPath.of('metadata', 'annotations'), errors);
  validatePodSpec(spec, metadata.name ?? '', SPEC, errors);
  checkPodOnly(spec, SPEC, errors);
  if (metadata.resourceVersion) return errors;
  checkNewPod(spec, SPEC, errors);
  checkSeccompFields(metadata, spec, SPEC, errors);
  return errors;
}

/**
 * A pod that is running is given time to end; one that no node has, or that has ended, goes at once.
 * Negative times, which old objects may hold, count as one second.
 */
function gracePeriodOf({ spec, status }: Pod, requested: number | undefined): number {
  const seconds = requested ?? spec.terminationGracePeriodSeconds ?? 30;
  const hasEnded = status?.phase === 'Succeeded' || status?.phase === 'Failed';
  if (!spec.nodeName || hasEnded) return 0;
  return seconds < 0 ? 1 : seconds;
}
