// JSON of objects that kubectl holds as structs of its own: their fields come as Go declares them, not by name.
import type { FieldType, Kind, KubeObject } from '../../sim/index.ts';
import { goFields, schemaOf } from '../../sim/index.ts';
import type { Context } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import { isMap } from '../manifest-files.ts';
import { structOf } from './struct-zeros.ts';
import type { ObjectPrinter } from './whole.ts';
import { sortKeys } from './whole.ts';

/** Commands that read every object into a struct. */
const readingStructs: ReadonlySet<string> = new Set([
  ...['autoscale', 'create', 'expose', 'rollout', 'run', 'set', 'taint'],
]);

/** Whether what a call prints comes from a struct: all else kubectl keeps as maps, whose members are sorted by name. */
export function holdsStructs(context: Context): boolean {
  const [first = ''] = context.command.words;
  if (first === 'create' && context.flags.has('filename')) return false;
  if (first === 'taint' && dryRunOf(context) === 'client') return false;
  return readingStructs.has(first);
}

/** `-o json` of such a call. */
export const goOrderPrinter: ObjectPrinter = (items) =>
  items.map(({ kind, object }) => `${JSON.stringify(inGoOrder(kind, object), null, 4)}\n`).join('');

/** Structs beside those of pod templates. */
const declared = `
ConfigMap metadata immutable data binaryData
ContainerState waiting running terminated
ContainerStateTerminated exitCode signal reason message startedAt finishedAt containerID
ContainerStateWaiting reason message
ContainerStatus name state lastState ready restartCount image imageID containerID started allocatedResources resources volumeMounts user allocatedResourcesStatus stopSignal
CronJobSpec schedule timeZone startingDeadlineSeconds concurrencyPolicy suspend jobTemplate successfulJobsHistoryLimit failedJobsHistoryLimit
CronJobStatus active lastScheduleTime lastSuccessfulTime
CrossVersionObjectReference kind name apiVersion
DaemonSetSpec selector template updateStrategy minReadySeconds revisionHistoryLimit
DaemonSetStatus currentNumberScheduled numberMisscheduled desiredNumberScheduled numberReady observedGeneration updatedNumberScheduled numberAvailable numberUnavailable collisionCount conditions
DaemonSetUpdateStrategy type rollingUpdate
DeploymentCondition type status lastUpdateTime lastTransitionTime reason message
DeploymentSpec replicas selector template strategy minReadySeconds revisionHistoryLimit paused progressDeadlineSeconds
DeploymentStatus observedGeneration replicas updatedReplicas readyReplicas availableReplicas unavailableReplicas terminatingReplicas conditions collisionCount
DeploymentStrategy type rollingUpdate
Event metadata involvedObject reason message source firstTimestamp lastTimestamp count type eventTime series action related reportingComponent reportingInstance
EventSource component host
HTTPIngressPath path pathType backend
HorizontalPodAutoscalerSpec scaleTargetRef minReplicas maxReplicas metrics behavior
HorizontalPodAutoscalerStatus observedGeneration lastScaleTime currentReplicas desiredReplicas currentMetrics conditions
IngressRule host http
IngressServiceBackend name port
IngressSpec ingressClassName defaultBackend tls rules
IngressTLS hosts secretName
JobCondition type status lastProbeTime lastTransitionTime reason message
JobSpec parallelism completions activeDeadlineSeconds podFailurePolicy successPolicy backoffLimit backoffLimitPerIndex maxFailedIndexes selector manualSelector template ttlSecondsAfterFinished completionMode suspend podReplacementPolicy managedBy
JobStatus conditions startTime completionTime active succeeded failed terminating completedIndexes failedIndexes uncountedTerminatedPods ready
JobTemplateSpec metadata spec
MetricSpec type object pods resource containerResource external
MetricTarget type value averageValue averageUtilization
NodeAddress type address
NodeCondition type status lastHeartbeatTime lastTransitionTime reason message
NodeRuntimeHandler name features
NodeRuntimeHandlerFeatures recursiveReadOnlyMounts userNamespaces
NodeSpec podCIDR podCIDRs providerID unschedulable taints
NodeStatus capacity allocatable phase conditions addresses daemonEndpoints nodeInfo images volumesInUse volumesAttached config runtimeHandlers features declaredFeatures
NodeSystemInfo machineID systemUUID bootID kernelVersion osImage containerRuntimeVersion kubeletVersion kubeProxyVersion operatingSystem architecture swap
ObjectReference kind namespace name uid apiVersion resourceVersion fieldPath
OwnerReference apiVersion kind name uid controller blockOwnerDeletion
PersistentVolumeClaim kind apiVersion metadata spec status
PersistentVolumeClaimSpec accessModes selector resources volumeName storageClassName volumeMode dataSource dataSourceRef volumeAttributesClassName
PersistentVolumeClaimStatus phase accessModes capacity conditions allocatedResources allocatedResourceStatuses currentVolumeAttributesClassName modifyVolumeStatus
PodCondition type observedGeneration status lastProbeTime lastTransitionTime reason message
PodDisruptionBudgetSpec minAvailable selector maxUnavailable unhealthyPodEvictionPolicy
PodDisruptionBudgetStatus observedGeneration disruptedPods disruptionsAllowed currentHealthy desiredHealthy expectedPods conditions
PodStatus observedGeneration phase conditions message reason nominatedNodeName hostIP hostIPs podIP podIPs startTime initContainerStatuses containerStatuses qosClass ephemeralContainerStatuses resize resourceClaimStatuses extendedResourceClaimStatus allocatedResources resources
PriorityClass metadata value globalDefault description preemptionPolicy
ReplicaSetSpec replicas minReadySeconds selector template
ReplicaSetStatus replicas fullyLabeledReplicas readyReplicas availableReplicas terminatingReplicas observedGeneration conditions
ReplicationControllerSpec replicas minReadySeconds selector template
ReplicationControllerStatus replicas fullyLabeledReplicas readyReplicas availableReplicas observedGeneration conditions
ResourceMetricSource name target
ResourceQuotaSpec hard scopes scopeSelector
ResourceQuotaStatus hard used
RollingUpdateDaemonSet maxUnavailable maxSurge
RollingUpdateDeployment maxUnavailable maxSurge
RollingUpdateStatefulSetStrategy partition maxUnavailable
Secret metadata immutable data stringData type
ServiceAccount metadata secrets imagePullSecrets automountServiceAccountToken
ServiceBackendPort name number
ServicePort name protocol appProtocol port targetPort nodePort
ServiceSpec ports selector clusterIP clusterIPs type externalIPs sessionAffinity loadBalancerIP loadBalancerSourceRanges externalName externalTrafficPolicy healthCheckNodePort publishNotReadyAddresses sessionAffinityConfig ipFamilies ipFamilyPolicy allocateLoadBalancerNodePorts loadBalancerClass internalTrafficPolicy trafficDistribution
StatefulSetSpec replicas selector template volumeClaimTemplates serviceName podManagementPolicy updateStrategy revisionHistoryLimit minReadySeconds persistentVolumeClaimRetentionPolicy ordinals
StatefulSetStatus observedGeneration replicas readyReplicas currentReplicas updatedReplicas currentRevision updateRevision collisionCount conditions availableReplicas
StatefulSetUpdateStrategy type rollingUpdate
Taint key value effect timeAdded
VolumeMountStatus name mountPath readOnly recursiveReadOnly
`;

let structs: ReadonlyMap<string, readonly string[]> | undefined;

function fieldsOf(struct: string): readonly string[] {
  structs ??= new Map(
    declared
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', ...fields] = line.split(' ');
        return [name, fields];
      }),
  );
  return structs.get(struct) ?? membersOf(`v1.${struct}`) ?? whole;
}

/** Of objects of most kinds. */
const whole: readonly string[] = ['metadata', 'spec', 'status'];

/** The members that a struct of pod templates has in JSON. */
function membersOf(type: string): readonly string[] | undefined {
  const fields = goFields(type.replace(/^\*/, ''));
  return fields?.flatMap(({ json, type: own }) => (json === undefined ? (membersOf(own) ?? []) : [json]));
}

/** A copy of an object with its fields in Go's order. */
export function inGoOrder(kind: Kind, object: KubeObject): unknown {
  return ordered({ form: 'object', schema: kind.schema }, object, ['kind', 'apiVersion']);
}

function ordered(type: FieldType | undefined, value: unknown, first: readonly string[] = []): unknown {
  if (type?.form === 'list' && Array.isArray(value)) return value.map((item) => ordered(type.item, item));
  if (type?.form !== 'object' || !isMap(value)) return sortKeys(value);
  const schema = schemaOf(type.schema);
  const names = [...first, ...fieldsOf(structOf(type.schema))];
  const others = Object.keys(value)
    .filter((name) => !names.includes(name))
    .sort();
  const members = [...names, ...others].filter(
    (name) => Object.hasOwn(value, name) && value[name] !== undefined,
  );
  return Object.fromEntries(
    members.map((name) => [name, ordered(schema?.fields.get(name)?.type, value[name])]),
  );
}
