// Objects as the API server holds them inside: every field is there, under its Go name, in the order of its Go struct.
// Messages that show a whole struct, or what changed in one, show it like that.
// Source: Kubernetes' internal types.
import { compareText } from '../machinery/go-text.ts';

type Shape = 'text' | 'number' | 'switch' | 'maybe' | 'any' | 'list' | 'struct' | 'inline' | 'selector';

interface InnerField {
  /** `TerminationMessagePath`. */
  readonly name: string;
  /** `terminationMessagePath`. */
  readonly json: string;
  readonly shape: Shape;
  /** The struct of the value or of its items. */
  readonly type: string;
}

/**
 * A line a struct. After a field's name: nothing for a text, # for a number, ? for a switch, * for what may be null, =
 * for a value of any type, ~ for a label selector, *T for a pointer to a struct, [T for a list of structs and .T for a
 * struct that is always there.
 */
const STRUCTS = `
PodSpec Volumes[Volume InitContainers[Container Containers[Container EphemeralContainers[EphemeralContainer RestartPolicy TerminationGracePeriodSeconds* ActiveDeadlineSeconds* DNSPolicy NodeSelector* ServiceAccountName AutomountServiceAccountToken* NodeName SecurityContext*PodSecurityContext ImagePullSecrets[Named Hostname Subdomain SetHostnameAsFQDN* Affinity*Affinity SchedulerName Tolerations[Toleration HostAliases[HostAlias PriorityClassName Priority* PreemptionPolicy* DNSConfig*PodDNSConfig ReadinessGates[PodReadinessGate RuntimeClassName* Overhead* EnableServiceLinks* TopologySpreadConstraints[TopologySpreadConstraint OS*Named SchedulingGates[Named ResourceClaims* Resources*ResourceRequirements HostnameOverride* SchedulingGroup*
Container Name Image Command* Args* WorkingDir Ports[ContainerPort EnvFrom[EnvFromSource Env[EnvVar Resources.ResourceRequirements ResizePolicy[ContainerResizePolicy RestartPolicy* RestartPolicyRules[ContainerRestartRule VolumeMounts[VolumeMount VolumeDevices[VolumeDevice LivenessProbe*Probe ReadinessProbe*Probe StartupProbe*Probe Lifecycle*Lifecycle TerminationMessagePath TerminationMessagePolicy ImagePullPolicy SecurityContext*SecurityContext Stdin? StdinOnce? TTY?
EphemeralContainer Name Image Command* Args* WorkingDir Ports[ContainerPort EnvFrom[EnvFromSource Env[EnvVar Resources.ResourceRequirements ResizePolicy[ContainerResizePolicy RestartPolicy* RestartPolicyRules[ContainerRestartRule VolumeMounts[VolumeMount VolumeDevices[VolumeDevice LivenessProbe*Probe ReadinessProbe*Probe StartupProbe*Probe Lifecycle*Lifecycle TerminationMessagePath TerminationMessagePolicy ImagePullPolicy SecurityContext*SecurityContext Stdin? StdinOnce? TTY? TargetContainerName
Named Name
ContainerPort Name HostPort# ContainerPort# Protocol HostIP
EnvVar Name Value ValueFrom*EnvVarSource
EnvVarSource FieldRef*ObjectFieldSelector ResourceFieldRef*ResourceFieldSelector ConfigMapKeyRef*KeySelector SecretKeyRef*KeySelector FileKeyRef*FileKeySelector
ObjectFieldSelector APIVersion FieldPath
ResourceFieldSelector ContainerName Resource Divisor
KeySelector Name Key Optional*
FileKeySelector VolumeName Path Key Optional*
EnvFromSource Prefix ConfigMapRef*EnvSource SecretRef*EnvSource
EnvSource Name Optional*
ResourceRequirements Limits* Requests* Claims*
ContainerResizePolicy ResourceName RestartPolicy
ContainerRestartRule Action ExitCodes*ExitCodes
ExitCodes Operator Values*
VolumeMount Name ReadOnly? RecursiveReadOnly* MountPath SubPath MountPropagation* SubPathExpr
VolumeDevice Name DevicePath
Probe Exec*ExecAction HTTPGet*HTTPGetAction TCPSocket*TCPSocketAction GRPC*GRPCAction InitialDelaySeconds# TimeoutSeconds# PeriodSeconds# SuccessThreshold# FailureThreshold# TerminationGracePeriodSeconds*
Lifecycle PostStart*LifecycleHandler PreStop*LifecycleHandler StopSignal*
LifecycleHandler Exec*ExecAction HTTPGet*HTTPGetAction TCPSocket*TCPSocketAction Sleep*SleepAction
ExecAction Command*
HTTPGetAction Path Port= Host Scheme HTTPHeaders[HTTPHeader
HTTPHeader Name Value
TCPSocketAction Port= Host
GRPCAction Port# Service*
SleepAction Seconds#
SecurityContext Capabilities*Capabilities Privileged* SELinuxOptions*SELinuxOptions WindowsOptions* RunAsUser* RunAsGroup* RunAsNonRoot* ReadOnlyRootFilesystem* AllowPrivilegeEscalation* ProcMount* SeccompProfile*SeccompProfile AppArmorProfile*SeccompProfile
Capabilities Add* Drop*
SELinuxOptions User Role Type Level
SeccompProfile Type LocalhostProfile*
PodSecurityContext HostNetwork? HostPID? HostIPC? ShareProcessNamespace* HostUsers* SELinuxOptions*SELinuxOptions WindowsOptions* RunAsUser* RunAsGroup* RunAsNonRoot* SupplementalGroups* SupplementalGroupsPolicy* FSGroup* FSGroupChangePolicy* Sysctls[Sysctl SeccompProfile*SeccompProfile AppArmorProfile*SeccompProfile SELinuxChangePolicy*
Sysctl Name Value
Affinity NodeAffinity*NodeAffinity PodAffinity*PodAffinity PodAntiAffinity*PodAffinity
NodeAffinity RequiredDuringSchedulingIgnoredDuringExecution*NodeSelector PreferredDuringSchedulingIgnoredDuringExecution[PreferredSchedulingTerm
NodeSelector NodeSelectorTerms[NodeSelectorTerm
NodeSelectorTerm MatchExpressions[NodeSelectorRequirement MatchFields[NodeSelectorRequirement
NodeSelectorRequirement Key Operator Values*
PreferredSchedulingTerm Weight# Preference.NodeSelectorTerm
PodAffinity RequiredDuringSchedulingIgnoredDuringExecution[PodAffinityTerm PreferredDuringSchedulingIgnoredDuringExecution[WeightedPodAffinityTerm
WeightedPodAffinityTerm Weight# PodAffinityTerm.PodAffinityTerm
PodAffinityTerm LabelSelector~ Namespaces* TopologyKey NamespaceSelector~ MatchLabelKeys* MismatchLabelKeys*
Toleration Key Operator Value Effect TolerationSeconds*
HostAlias IP Hostnames*
PodDNSConfig Nameservers* Searches* Options[PodDNSConfigOption
PodDNSConfigOption Name Value*
PodReadinessGate ConditionType
TopologySpreadConstraint MaxSkew# TopologyKey WhenUnsatisfiable LabelSelector~ MinDomains* NodeAffinityPolicy* NodeTaintsPolicy* MatchLabelKeys*
Volume Name HostPath*HostPath EmptyDir*EmptyDir GCEPersistentDisk* AWSElasticBlockStore* GitRepo*GitRepo Secret*SecretVolume NFS*NFS ISCSI* Glusterfs* PersistentVolumeClaim*ClaimVolume RBD* Quobyte* FlexVolume* Cinder* CephFS* Flocker* DownwardAPI*DownwardAPI FC* AzureFile* ConfigMap*FilesVolume VsphereVolume* AzureDisk* PhotonPersistentDisk* Projected*Projected PortworxVolume* ScaleIO* StorageOS* CSI* Ephemeral* Image*
HostPath Path Type*
EmptyDir Medium SizeLimit*
GitRepo Repository Revision Directory
SecretVolume SecretName Items[KeyToPath DefaultMode* Optional*
FilesVolume Name Items[KeyToPath DefaultMode* Optional*
KeyToPath Key Path Mode*
NFS Server Path ReadOnly?
ClaimVolume ClaimName ReadOnly?
DownwardAPI Items[DownwardFile DefaultMode*
DownwardFile Path FieldRef*ObjectFieldSelector ResourceFieldRef*ResourceFieldSelector Mode*
Projected Sources[Projection DefaultMode*
Projection Secret*ProjectedFiles DownwardAPI*ProjectedDownward ConfigMap*ProjectedFiles ServiceAccountToken*Token ClusterTrustBundle* PodCertificate*
ProjectedFiles Name Items[KeyToPath Optional*
ProjectedDownward Items[DownwardFile
Token Audience ExpirationSeconds# Path
PersistentVolumeSource GCEPersistentDisk* AWSElasticBlockStore* HostPath*HostPath Glusterfs* NFS*NFS RBD* Quobyte* ISCSI* FlexVolume* Cinder* CephFS* FC* Flocker* AzureFile* VsphereVolume* AzureDisk* PhotonPersistentDisk* PortworxVolume* ScaleIO* Local*Local StorageOS* CSI*CSI
Local Path FSType*
CSI Driver VolumeHandle ReadOnly? FSType VolumeAttributes* ControllerPublishSecretRef* NodeStageSecretRef* NodePublishSecretRef* ControllerExpandSecretRef* NodeExpandSecretRef*
VolumeNodeAffinity Required*NodeSelector
PersistentVolumeClaimSpec AccessModes* Selector~ Resources.VolumeResources VolumeName StorageClassName* VolumeMode* DataSource*DataSource DataSourceRef*DataSourceRef VolumeAttributesClassName*
VolumeResources Limits* Requests*
DataSource APIGroup* Kind Name
DataSourceRef APIGroup* Kind Name Namespace*
StatefulSetUpdateStrategy Type RollingUpdate*RollingUpdateStatefulSetStrategy
RollingUpdateStatefulSetStrategy Partition# MaxUnavailable*
`;

/** Names that the API writes all in small letters. */
const SMALL = new Set(['CephFS', 'StorageOS']);

const FIELD = /^(\w+?)([#?=~]|[*[.]\w*)?$/;
const SHAPES: Readonly<Record<string, Shape>> = { '#': 'number', '?': 'switch', '=': 'any', '~': 'selector' };

let structs: ReadonlyMap<string, readonly InnerField[]> | undefined;

function fieldsOf(struct: string): readonly InnerField[] {
  structs ??= new Map(
    STRUCTS.trim()
      .split('\n')
      .map((line) => {
        const [name = '', ...fields] = line.split(' ');
        return [name, fields.map(readField)] as const;
      }),
  );
  return structs.get(struct) ?? [];
}

function readField(text: string): InnerField {
  const [, name = '', mark = ''] = FIELD.exec(text) ?? [];
  const type = mark.slice(1);
  const json = SMALL.has(name) ? name.toLowerCase() : jsonName(name);
  return { name, json, shape: shapeOf(mark, type), type };
}

function shapeOf(mark: string, type: string): Shape {
  if (mark === '') return 'text';
  if (mark.startsWith('[')) return 'list';
  if (mark.startsWith('.')) return 'inline';
  if (mark.startsWith('*')) return type === '' ? 'maybe' : 'struct';
  return SHAPES[mark] as Shape;
}

/** HTTPGet: httpGet. */
function jsonName(name: string): string {
  const capitals = /^[A-Z]+(?![a-z])|^[A-Z]/.exec(name)?.[0] ?? '';
  return capitals.toLowerCase() + name.slice(capitals.length);
}

/** A value of the struct, with all its fields. */
export function innerForm(struct: string, value: object): object {
  const given = value as Readonly<Record<string, unknown>>;
  const members = fieldsOf(struct).map((field) => [field.name, innerValue(field, given[field.json])]);
  return Object.fromEntries(members);
}

function innerValue({ name, shape, type }: InnerField, value: unknown): unknown {
  switch (shape) {
    case 'text':
      return value ?? (name === 'Divisor' ? '0' : '');
    case 'number':
    case 'any':
      return value ?? 0;
    case 'switch':
      return value ?? false;
    case 'list':
      return Array.isArray(value) ? value.map((item: object) => innerForm(type, item)) : null;
    case 'inline':
      return innerForm(type, value ?? {});
    case 'struct':
      return isMap(value) ? innerForm(type, value) : null;
    case 'selector':
      return isMap(value) ? innerSelector(value) : null;
    default:
      return isMap(value) ? sorted(value) : (value ?? null);
  }
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Go writes maps by key. */
function sorted(map: object): object {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => compareText(a, b)));
}

/** Selectors are of a shared type, which looks the same inside. */
function innerSelector(selector: object): object {
  const { matchLabels, matchExpressions } = selector as Readonly<Record<string, unknown>>;
  return { ...(matchLabels ? { matchLabels } : {}), ...(matchExpressions ? { matchExpressions } : {}) };
}

/** A pod's spec: what it shares with its node belongs to its security context there. */
export function innerPodSpec(spec: object): object {
  const {
    securityContext = {},
    hostNetwork,
    hostPID,
    hostIPC,
    shareProcessNamespace,
    hostUsers,
    ...rest
  } = spec as Readonly<Record<string, unknown>>;
  const shared = { hostNetwork, hostPID, hostIPC, shareProcessNamespace, hostUsers };
  return innerForm('PodSpec', { ...rest, securityContext: { ...(securityContext as object), ...shared } });
}
