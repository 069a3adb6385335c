// Which node a pod comes to: affinity, taints, spreading, priority.
export const SCHEDULING = `
# Affinity
nodeAffinity What the node should be like, by its labels.
podAffinity Pods to be close to.
podAntiAffinity Pods to keep away from.

# NodeAffinity PodAffinity PodAntiAffinity
preferredDuringSchedulingIgnoredDuringExecution Wishes with a weight: the node where most is fulfilled is taken.
requiredDuringSchedulingIgnoredDuringExecution Conditions that must hold when a node is chosen. Nothing happens to a running pod if they no longer do.

# NodeSelector
nodeSelectorTerms Conditions of which one must hold.

# NodeSelectorTerm
matchExpressions Conditions on the node's labels. All of them must hold.
matchFields Conditions on fields of the node; only metadata.name is known.

# NodeSelectorRequirement
key The name of the label or field.
operator In, NotIn, Exists, DoesNotExist, Gt or Lt.
values The values to compare with: none for Exists and DoesNotExist, one number for Gt and Lt.

# PreferredSchedulingTerm
preference What the node should be like.
weight How much the wish weighs, 1 to 100.

# WeightedPodAffinityTerm
podAffinityTerm Which pods, and how near.
weight How much the wish weighs, 1 to 100.

# PodAffinityTerm
labelSelector The pods meant. Left out: none.
matchLabelKeys Labels whose values on this pod are added to labelSelector, such as pod-template-hash.
mismatchLabelKeys Labels whose values on this pod are left out of labelSelector.
namespaceSelector The namespaces to look in, by their labels. {} means all.
namespaces The namespaces to look in. Default, if namespaceSelector is left out too: that of the pod.
topologyKey The label of nodes that says what near means: kubernetes.io/hostname for the same node, topology.kubernetes.io/zone for the same zone.

# TopologySpreadConstraint
labelSelector The pods that are counted.
matchLabelKeys Labels whose values on this pod are added to labelSelector, such as pod-template-hash.
maxSkew By how many pods the fullest and the emptiest place may differ.
minDomains How many places there should be at least; with fewer, the emptiest counts as 0. Default: 1.
nodeAffinityPolicy Whether only nodes that fit the pod's nodeSelector and affinity count: Honor (default) or Ignore.
nodeTaintsPolicy Whether only nodes whose taints the pod tolerates count: Honor or Ignore (default).
topologyKey The label of nodes that tells places apart, such as kubernetes.io/hostname.
whenUnsatisfiable DoNotSchedule: the pod waits. ScheduleAnyway: it comes to the best node there is.

# Taint
effect NoSchedule keeps new pods away, PreferNoSchedule does so if it can, NoExecute also evicts those that run.
key The name of the taint.
timeAdded When the taint was added.
value The value of the taint.

# Toleration
effect The effect that is tolerated. Left out: every effect.
key The taint that is tolerated. Left out, with operator Exists: every taint.
operator Equal (default): the value must be the same. Exists: any value will do. Gt and Lt compare numbers, where the feature is on.
tolerationSeconds How many seconds the pod stays after a NoExecute taint has come. Left out: for good.
value The value that is tolerated. Left out with Exists.

# PriorityClass
= Gives a number to how important pods are. Those with a higher one come first, and may push others out.
description What the class is for.
globalDefault Whether pods that name no class get this one. Only one class can. Default: false.
preemptionPolicy PreemptLowerPriority (default): pods of lower priority may have to make room. Never: they do not.
value The number; higher is more important. At most 1000000000 for your own classes. It cannot be changed.
`;
