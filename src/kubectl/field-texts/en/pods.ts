// Pods: what they are asked to be, and what they are.
export const PODS = `
# Pod
= One or more containers that run together on one node, with one IP address and shared volumes. The smallest thing that Kubernetes runs.

# PodTemplateSpec
metadata Labels and annotations of the pods. The labels must match the selector of whoever makes them.
spec What the pods are: as the spec of a Pod.

# PodSpec
activeDeadlineSeconds How many seconds the pod may be active. Then it is stopped and has failed (DeadlineExceeded). Left out: no limit.
affinity Wishes and conditions about the node, and about the pods that run near.
automountServiceAccountToken Whether a token for the API is mounted into the containers. Default: true.
containers The containers; at least one. They share the network and the volumes of the pod. None can be added or taken away later.
dnsConfig DNS servers, search domains and options, beside or instead of those that dnsPolicy gives.
dnsPolicy ClusterFirst (default): the cluster's DNS. ClusterFirstWithHostNet: the same with hostNetwork. Default: the node's DNS. None: only dnsConfig.
enableServiceLinks Whether the Services of the namespace are told in environment variables such as NGINX_SERVICE_HOST. Default: true.
ephemeralContainers Containers added to a pod that already runs, for looking around in it. kubectl debug adds them; a manifest cannot.
hostAliases Lines for the /etc/hosts of every container.
hostIPC Whether the pod shares the node's inter-process communication. Default: false.
hostNetwork Whether the pod uses the node's network: its IP address and its ports, of which each is there only once. Default: false.
hostPID Whether the pod sees the processes of the node. Default: false.
hostUsers With false the pod has users of its own: root in a container is nobody special on the node. Default: true.
hostname What the pod calls itself. Left out: its name. A StatefulSet fills it in.
hostnameOverride What the pod calls itself, whatever hostname and subdomain say. DNS is not affected.
imagePullSecrets Secrets with passwords for the registries that images come from.
initContainers Containers that run one after another before the others start; each must succeed. With restartPolicy: Always one keeps running beside them, as a sidecar.
nodeName The node that the pod runs on. The scheduler fills it in; if you do, the scheduler is not asked.
nodeSelector Labels that a node must have, all of them, for the pod to run on it.
os The operating system that the pod is made for.
overhead What running the pod costs beyond its containers. Comes from the RuntimeClass.
preemptionPolicy PreemptLowerPriority (default): pods of lower priority may have to make room. Never: it waits for its turn at the head of the queue.
priority How important the pod is, as a number. Comes from priorityClassName; 0 without one.
priorityClassName The PriorityClass that says how important the pod is. Left out: the default class, if there is one.
readinessGates Further conditions that must be True before the pod is ready. Something outside the pod sets them.
resourceClaims Devices that the pod asks for, by claims.
resources CPU and memory for all containers together. Left out: the sum of the containers' own.
restartPolicy Whether containers that have ended are started again, in the same pod: Always (default), OnFailure (unless the exit code is 0) or Never.
runtimeClassName The RuntimeClass whose way of running containers is used. Left out: the node's usual one.
schedulerName Which scheduler finds a node for the pod. Default: default-scheduler.
schedulingGates While any stands here, no node is looked for (SchedulingGated). They can be taken away but not added.
schedulingGroup The group of pods that are scheduled together. Dropped: its feature gate is off.
securityContext Under which user and with which rights all containers run. What a container says for itself goes first.
serviceAccount The old name of serviceAccountName. Filled in with the same value.
serviceAccountName The ServiceAccount as which the pod speaks to the API. Default: default.
setHostnameAsFQDN Whether the pod calls itself by its full domain name. Default: false.
shareProcessNamespace Whether the containers see each other's processes. Default: false.
subdomain The headless Service in whose domain the pod gets the name hostname.subdomain. A StatefulSet fills in its serviceName.
terminationGracePeriodSeconds How many seconds containers have from SIGTERM to SIGKILL when the pod is stopped. Default: 30.
tolerations Taints of nodes that do not keep this pod away. Two for lost nodes (300 seconds) are added.
topologySpreadConstraints How evenly pods are spread over nodes, zones and the like.
volumes Volumes that the containers can mount.

# PodStatus
allocatedResources CPU and memory set aside on the node for the pod as a whole.
conditions What has been found out about the pod, such as Ready or PodScheduled, each as True, False or Unknown.
containerStatuses How each container is doing.
ephemeralContainerStatuses How each container for looking around is doing.
extendedResourceClaimStatus The claim that was made for the pod's extended resources.
hostIP The IP address of the node.
hostIPs The IP addresses of the node, of each family one.
initContainerStatuses How each init container is doing.
message Details for people on why the pod is as it is.
nodeAllocatableResourceClaimStatuses What the pod's claims take of the node's CPU and memory.
nominatedNodeName The node where other pods are making room for this one. It may still end up elsewhere.
observedGeneration The metadata.generation of the pod that this status is about.
phase Pending (no node yet, or not all containers started), Running, Succeeded or Failed (all ended), Unknown. CrashLoopBackOff is no phase but a container's reason.
podIP The IP address of the pod. A replacement gets another.
podIPs The IP addresses of the pod, of each family one.
qosClass Guaranteed, Burstable or BestEffort, by the requests and limits of the containers: who must go first when the node runs short.
reason Why the pod is as it is, in one word, such as Evicted.
resize How far a change of CPU or memory has come. Replaced by conditions.
resourceClaimStatuses The claims that were made for the pod.
resources CPU and memory in force for the pod as a whole.
startTime When the kubelet first saw the pod. Images are pulled after that.

# HostIP PodIP
ip The IP address.

# HostAlias
hostnames Names for the IP address.
ip The IP address, the first word of the line.

# PodDNSConfig
nameservers IP addresses of DNS servers, at most 3.
options Options of resolv.conf, such as ndots.
searches Domains in which short names are looked up.

# PodDNSConfigOption
name The name of the option.
value The value of the option, if it has one.

# PodOS
name linux or windows.

# PodReadinessGate
conditionType The type of the condition.

# PodSchedulingGate
name The name of the gate.

# PodSchedulingGroup
podGroupName The PodGroup that the pod belongs to.

# PodResourceClaim
name What the containers call the claim.
resourceClaimName A ResourceClaim that is already there.
resourceClaimTemplateName A template from which the pod gets a ResourceClaim of its own.

# PodResourceClaimStatus
name What the pod calls the claim.
resourceClaimName The ResourceClaim that was made.

# PodSecurityContext SecurityContext
appArmorProfile The AppArmor profile of the containers.
runAsGroup The number of the group as which processes run. Left out: that of the image.
runAsNonRoot With true, containers that would run as root (user 0) are not started.
runAsUser The number of the user as whom processes run. Left out: that of the image.
seLinuxOptions The SELinux label of the containers.
seccompProfile Which system calls are allowed.
windowsOptions Settings for Windows containers.

# PodSecurityContext
fsGroup The number of a group that every process belongs to and that owns the files of most volumes.
fsGroupChangePolicy Always (default): files are given to fsGroup at every mount. OnRootMismatch: only if the volume's root is not yet.
seLinuxChangePolicy How volumes get the pod's SELinux label: Recursive or MountOption.
supplementalGroups Numbers of further groups that processes belong to.
supplementalGroupsPolicy Merge (default): the image's groups count too. Strict: only those given here.
sysctls Kernel settings for the pod.

# SecurityContext
allowPrivilegeEscalation Whether a process may gain more rights than the one that started it. Left out: it may.
capabilities Linux capabilities that the container gets or loses.
privileged With true the container may do nearly everything that root on the node may. Default: false.
procMount How /proc is mounted. Default: some paths are masked.
readOnlyRootFilesystem With true the container cannot write outside its volumes. Default: false.

# Capabilities
add Capabilities to add, such as NET_ADMIN.
drop Capabilities to take away; ALL takes all.

# SeccompProfile AppArmorProfile
localhostProfile The profile's name on the node. Only with type Localhost.
type RuntimeDefault, Unconfined or Localhost.

# SELinuxOptions
level The SELinux level.
role The SELinux role.
type The SELinux type.
user The SELinux user.

# Sysctl
name The name of the setting.
value The value of the setting.
`;
