// The only door into the simulator: everything the world outside src/sim may use.

export { sinceText as formatAge } from './api/columns.ts';
export { type ConfigMap, ConfigMapKind } from './api/config-map.ts';
export { type ControllerRevision, ControllerRevisionKind } from './api/controller-revision.ts';
export { type CronJob, CronJobKind } from './api/cron-job.ts';
export { type DaemonSet, DaemonSetKind } from './api/daemon-set.ts';
export type { FieldValidation } from './api/decode.ts';
export { type Deployment, DeploymentKind, type DeploymentStatus } from './api/deployment.ts';
export { findKind, kindFor, kindsOfCategory } from './api/discovery.ts';
export { type Endpoint, type EndpointSlice, EndpointSliceKind } from './api/endpoint-slice.ts';
export { type EndpointSubset, type Endpoints, EndpointsKind } from './api/endpoints.ts';
export { type Event, EventKind } from './api/event.ts';
export { parseFieldSelector } from './api/field-selector.ts';
export { type Field, type FieldType, fieldOf, mergeKeyLookup, schemaOf } from './api/fields.ts';
export {
  type HorizontalPodAutoscaler,
  HorizontalPodAutoscalerKind,
  type MetricSpec,
  type ScalingRules,
} from './api/horizontal-pod-autoscaler.ts';
export { measuredAt, percentText, sourceFieldOf } from './api/horizontal-pod-autoscaler-metrics.ts';
export { kinds } from './api/index.ts';
export {
  type Ingress,
  type IngressBackend,
  IngressKind,
  type IngressPath,
  type IngressRule,
} from './api/ingress.ts';
export { type Job, JobKind } from './api/job.ts';
export { apiVersionOf, type Column, type Kind, resourceName } from './api/kind.ts';
export { type Lease, LeaseKind } from './api/lease.ts';
export { type LimitRange, type LimitRangeItem, LimitRangeKind } from './api/limit-range.ts';
export * from './api/meta.ts';
export { metadataField } from './api/metadata-fields.ts';
export { type Namespace, NamespaceKind } from './api/namespace.ts';
export { type Node, NodeKind } from './api/node.ts';
export { type PersistentVolume, PersistentVolumeKind } from './api/persistent-volume.ts';
export { type PersistentVolumeClaim, PersistentVolumeClaimKind } from './api/persistent-volume-claim.ts';
export { type ContainerState, type ContainerStatus, type Pod, PodKind } from './api/pod.ts';
export { type PodDisruptionBudget, PodDisruptionBudgetKind } from './api/pod-disruption-budget.ts';
export type {
  Container,
  EnvVar,
  PodSpec,
  PodTemplateSpec,
  Probe,
  Toleration,
  Volume,
} from './api/pod-spec.ts';
export { type PodSummary, podStatus } from './api/pod-status.ts';
export { type PriorityClass, PriorityClassKind } from './api/priority-class.ts';
export { type ReplicaSet, ReplicaSetKind } from './api/replica-set.ts';
export { type ReplicationController, ReplicationControllerKind } from './api/replication-controller.ts';
export { type ResourceQuota, ResourceQuotaKind } from './api/resource-quota.ts';
export { type Secret, SecretKind } from './api/secret.ts';
export { type Service, ServiceKind, type ServicePort } from './api/service.ts';
export { type ServiceAccount, ServiceAccountKind } from './api/service-account.ts';
export { type StatefulSet, StatefulSetKind } from './api/stateful-set.ts';
export { type StorageClass, StorageClassKind } from './api/storage-class.ts';
export { unsupportedFields } from './api/unsupported.ts';
export {
  fieldsWithoutEffect,
  reasonOf as reasonWithoutEffect,
  refusedFields,
  withoutEffect,
} from './api/without-effect.ts';
export type { Accepted, Answer, Refused } from './apiserver/answer.ts';
export type { ApiServer, WriteOptions } from './apiserver/api-server.ts';
export { serverVersion } from './apiserver/http/discovery.ts';
export { applyPatch, type Patch } from './apiserver/patching.ts';
export { badRequest, type Status, type StatusReason } from './apiserver/status.ts';
export type { Change } from './apiserver/store.ts';
export type { Watch } from './apiserver/watch.ts';
export { BoundExceeded, type Bounds } from './bounds.ts';
export type { Look } from './causes.ts';
export { type Cluster, type ClusterOptions, createCluster, DEFAULT_START_MS } from './cluster.ts';
export type { DeleteOptions, NodeView, View } from './component.ts';
export { versionsOf as deploymentVersions } from './controllers/deployment/replica-sets.ts';
export { goFields } from './controllers/go-structs.ts';
export { isReady as isPodReady } from './controllers/pod-facts.ts';
export { type EventRow, recordEvents } from './event-history.ts';
export type { Advice } from './help/advice.ts';
export { marksOf } from './help/marks.ts';
export type { Mark, Refusal } from './help/refusal.ts';
export { adviceText, type HelpLanguage } from './help/sentences.ts';
export { imageAdvice } from './help/unknown-image.ts';
export { resourceAdvice } from './help/unknown-resource.ts';
export { gceDiskId } from './kubelet/remote-disks.ts';
export {
  base64Length,
  base64ToText,
  textToBase64,
  utf8Bytes,
  wrongBase64At,
} from './machinery/base64.ts';
export { formatGoDuration, humanDuration, parseGoDuration } from './machinery/duration.ts';
export { isEqual } from './machinery/equality.ts';
export { describeInvalid } from './machinery/field-error.ts';
export { jsonObjectError, readJsonStream } from './machinery/go-json-error.ts';
export { compareText, goJson, goQuote, goValue, utf8Length } from './machinery/go-text.ts';
export { compileLabelSelector, formatLabelSelector } from './machinery/label-selector.ts';
export type { Selector } from './machinery/labels.ts';
export {
  configMapKey,
  dns1123Subdomain,
  envVarName,
  generateName,
  labelValue,
  portName,
  portNumber,
  qualifiedName,
} from './machinery/names.ts';
export { createThreeWayMerge, createTwoWayMerge, PatchError } from './machinery/patch.ts';
export {
  addQuantities,
  compareQuantities,
  formatQuantity,
  parseQuantity,
  quantity,
  quantityMilliValue,
  quantityOf,
  quantityValue,
  ZERO_QUANTITY,
} from './machinery/quantity.ts';
export { createRandom, type Random } from './machinery/random.ts';
export { parseSelector } from './machinery/selector-parser.ts';
export {
  type CivilTime,
  civilTime,
  daysSinceEpoch,
  formatRfc1123,
  formatRfc3339,
  parseRfc3339,
} from './machinery/time.ts';
export { parseManifests } from './manifest/parse-manifests.ts';
export { toYaml } from './manifest/to-yaml.ts';
export {
  type Measured,
  type PodMetrics,
  type ResourceMetrics,
  resourceMetrics,
} from './metrics/resource-metrics.ts';
export { type HttpOutcome, type NetworkStack, noReply } from './network/network.ts';
export { loadOf, type ServiceLoad, spread as spreadLoad } from './network/outside-load.ts';
export { type PodRow, recordPods } from './pod-history.ts';
export type { LogLine } from './world/container-log.ts';
export { type ContainerUser, rootUser } from './world/container-user.ts';
export type { World } from './world/create-world.ts';
export { FileError, type FileStat, type FileSystem } from './world/file-system.ts';
export { createFileTree } from './world/file-tree.ts';
export type { ImageDefinition } from './world/image-definition.ts';
export { createFileSystem, nameOf, parentOf, resolvePath } from './world/memory-file-system.ts';
export { type Capture, createCapture, createPipe, inputOf, nullOutput } from './world/pipe.ts';
export * from './world/process.ts';
export { createProcessTable, type ProcessTable } from './world/process-table.ts';
export { createLookup } from './world/program-lookup.ts';
export { readImages } from './world/read-images.ts';
export { sha256 } from './world/sha256.ts';
