// Nodes, namespaces, configuration, limits, and what the cluster notes down.
export const CLUSTER = `
# Node
= A machine that runs pods. Its kubelet makes the object.

# NodeSpec
configSource No longer used.
externalID No longer used.
podCIDR The range that the IP addresses of its pods come from.
podCIDRs The ranges that the IP addresses of its pods come from, for each IP family one.
providerID What the cloud calls the machine.
taints Marks that keep pods away or drive them off, unless they tolerate them.
unschedulable With true no new pods come to the node: kubectl cordon. Default: false.

# NodeStatus
addresses Its IP addresses and names.
allocatable What is there for pods: capacity without what the system needs.
capacity What the machine has of CPU, memory and room for pods.
conditions How the node is: Ready and others. After 40 to 50 seconds without a word from the kubelet, Ready is Unknown.
config No longer used.
daemonEndpoints The port of the kubelet.
declaredFeatures Features that the node says it has.
features What the container runtime can do.
images Images that are on the node.
nodeInfo Versions of its software.
phase No longer used.
runtimeHandlers Ways of running containers that it has.
volumesAttached Volumes that are attached.
volumesInUse Volumes that are attached and mounted.

# NodeAddress
address The address.
type InternalIP, ExternalIP, Hostname and the like.

# NodeDaemonEndpoints
kubeletEndpoint Where the kubelet listens.

# DaemonEndpoint
Port The number of the port.

# NodeSystemInfo
architecture The kind of processor, such as amd64.
bootID Another one after every start of the machine.
containerRuntimeVersion The container runtime and its version.
kernelVersion The version of the kernel.
kubeProxyVersion No longer filled in properly.
kubeletVersion The version of the kubelet.
machineID Tells the machine from every other.
operatingSystem linux or windows.
osImage The name of the operating system.
swap How much swap space there is.
systemUUID The machine's own number, from its firmware.

# NodeSwapStatus
capacity The size of the swap space in bytes.

# ContainerImage
names The names of the image.
sizeBytes The size of the image in bytes.

# AttachedVolume
devicePath Where the volume is found on the node.
name The name of the volume.

# NodeRuntimeHandler
features What it can do.
name Its name; empty for the usual one.

# NodeRuntimeHandlerFeatures
recursiveReadOnlyMounts Whether mounts below a read-only one can be read-only too.
userNamespaces Whether pods can have users of their own.

# NodeFeatures
supplementalGroupsPolicy Whether the runtime knows supplementalGroupsPolicy.

# Namespace
= A part of the cluster with names of its own. Deleting it deletes everything in it.

# NamespaceSpec
finalizers Work to be done before the namespace may go. kubernetes stands for emptying it.

# NamespaceStatus
phase Active, or Terminating while it is being emptied.

# ConfigMap
= Settings that are no secret, as names with texts. Pods read them as environment variables or files. At most 1 MiB.
binaryData Entries that are no text, in base64.
data The entries. Values are texts: put numbers and true or false in quotes.

# Secret
= Passwords, keys and the like. As a ConfigMap, but in base64, which is no encryption.
data The entries, with values in base64.
stringData Entries with values as plain text. The API server puts them into data and forgets them here.
type What it is for, such as kubernetes.io/tls, and so which entries it needs. Default: Opaque. It cannot be changed.

# ConfigMap Secret
immutable With true the entries can no longer be changed, and this neither. Default: false.

# ServiceAccount
= A name as which pods speak to the API. Every namespace has one called default.
automountServiceAccountToken Whether its pods get a token. A pod's own setting goes first. Default: true.
imagePullSecrets Secrets with passwords for registries, added to its pods.
secrets Secrets that its pods may use. Old; tokens are no longer kept here.

# ResourceQuota
= Limits how much a namespace may use or hold. What would go beyond is refused when it is created.

# ResourceQuotaSpec
hard The most there may be, such as pods: "10" or requests.cpu: "4".
scopeSelector Counts only what fits these conditions.
scopes Counts only objects of all these sorts, such as BestEffort.

# ResourceQuotaStatus
hard The limits in force.
used What is used of them.

# ScopeSelector
matchExpressions Conditions. All of them must hold.

# ScopedResourceSelectorRequirement
operator In, NotIn, Exists or DoesNotExist.
scopeName The sort of objects, such as PriorityClass.
values The values to compare with: at least one for In and NotIn, none for the others.

# LimitRange
= Gives containers of a namespace requests and limits where they have none, and refuses what is too small or too big.

# LimitRangeSpec
limits The rules, for containers, pods and claims.

# LimitRangeItem
default Limits for containers that have none.
defaultRequest Requests for containers that have none.
max The most that is allowed.
maxLimitRequestRatio How many times its request a limit may be.
min The least that is allowed.
type Container, Pod or PersistentVolumeClaim.

# Event
= Something that happened to an object. Gone after an hour.
action What was done. Seldom filled in.
count How often it has happened.
eventTime When it happened, to the microsecond. Often empty.
firstTimestamp When it first happened.
involvedObject The object that it happened to.
lastTimestamp When it last happened.
message What happened, for people.
reason What happened, in one word, such as FailedScheduling.
related A second object that has to do with it.
reportingComponent Who reports it.
reportingInstance Which of them reports it, such as the kubelet's node.
series How often it goes on happening.
source Who reports it, and from which node.
type Normal or Warning.

# EventSource
component Who reports it, such as kubelet.
host The node from which it is reported.

# EventSeries
count How often it has happened.
lastObservedTime When it last happened.

# Lease
= A sign of life that is renewed again and again. Every kubelet has one in kube-node-lease.

# LeaseSpec
acquireTime When its holder took it.
holderIdentity Who holds it.
leaseDurationSeconds After how many seconds without renewal others may take it.
leaseTransitions How often it has changed hands.
preferredHolder Who should hold it next.
renewTime When its holder last renewed it.
strategy How the next holder is chosen.
`;
