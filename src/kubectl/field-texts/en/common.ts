// What objects of every kind have in common, and how they refer to each other.
export const COMMON = `
# ConfigMap ControllerRevision CronJob DaemonSet Deployment EndpointSlice Endpoints Event HorizontalPodAutoscaler Ingress Job Lease LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod PodDisruptionBudget PriorityClass ReplicaSet ReplicationController ResourceQuota Scale Secret Service ServiceAccount StatefulSet StorageClass
apiVersion The group and version of the API that this object is written in, such as apps/v1. Together with kind it decides which fields there are.
kind What sort of object this is, such as Pod or StatefulSet. It cannot be changed.
metadata The object's name, namespace, labels and other facts about the object itself.

# CronJob DaemonSet Deployment HorizontalPodAutoscaler Ingress Job Lease LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod PodDisruptionBudget ReplicaSet ReplicationController ResourceQuota Scale Service StatefulSet
spec What you want: the desired state. Controllers work until the cluster agrees with it.

# CronJob DaemonSet Deployment HorizontalPodAutoscaler Ingress Job Namespace Node PersistentVolume PersistentVolumeClaim Pod PodDisruptionBudget ReplicaSet ReplicationController ResourceQuota Scale Service StatefulSet
status What is: the state that was last observed. The cluster writes it; what a manifest says here is ignored.

# ObjectMeta
annotations Notes for people and tools, as names with texts of any form. Nothing is selected by them.
creationTimestamp When the object was first stored. Set by the API server.
deletionGracePeriodSeconds How many seconds the object gets to end in good order. Set by the API server once its deletion has begun.
deletionTimestamp Set by the API server once deletion has been asked for: the time by which the object is due to be gone. It goes when no finalizers are left.
finalizers Work that must be done before a deleted object may go. Whoever has done it takes its name off this list.
generateName The beginning of a name, used where name is left out: the API server adds five random characters. For kubectl create; kubectl apply needs a name.
generation Counts the changes of the desired state, beginning with 1. Set by the API server.
labels Names with values by which objects are grouped and selected. Values are texts of at most 63 characters, so quote numbers and true or false.
managedFields Who last set which field. Kept by the API server; kubectl get leaves it out unless --show-managed-fields is given.
name What the object is called: once for each kind in a namespace. Mostly lower-case letters, digits and -. It cannot be changed.
namespace The namespace that the object lives in. Left out, kubectl puts in that of its context, which is default at first. It cannot be changed.
ownerReferences The objects that this one belongs to, as a pod belongs to its ReplicaSet. Once they are all gone, this one is deleted too.
resourceVersion Changes with every write to the object. An update that names an old one is refused as a conflict. Set by the API server.
selfLink Not filled in any more. It used to be the object's address in the API.
uid Tells this object from every other, also from a later one of the same name. Set by the API server.

# OwnerReference
apiVersion The owner's apiVersion.
blockOwnerDeletion With true, deleting the owner in the foreground waits until this object is gone. Left out, it does not wait.
controller true if this owner is the controller that looks after the object. Only one owner can be.
kind The owner's kind.
name The owner's name.
uid The owner's uid. A new object of the same name is not the owner.

# ManagedFieldsEntry
apiVersion The version of the API in which the fields were set.
fieldsType Always FieldsV1.
fieldsV1 The fields that this manager has set, as a tree of their names.
manager The program that set the fields, such as kubectl-client-side-apply.
operation Apply for server-side apply, Update for everything else.
subresource The subresource that was written, such as status; empty for the object itself.
time When this manager last changed its fields.

# LabelSelector
= Chooses objects by their labels. Everything it says must hold; an empty one ({}) chooses all.
matchExpressions Conditions with an operator. All of them must hold, and all of matchLabels.
matchLabels Labels that an object must have, with exactly these values.

# LabelSelectorRequirement
key The name of the label.
operator In, NotIn, Exists or DoesNotExist. NotIn also holds for objects that do not have the label.
values The values to compare with: at least one for In and NotIn, none for Exists and DoesNotExist.

# Condition DaemonSetCondition DeploymentCondition HorizontalPodAutoscalerCondition JobCondition NamespaceCondition NodeCondition PersistentVolumeClaimCondition PodCondition ReplicaSetCondition ReplicationControllerCondition StatefulSetCondition
lastTransitionTime When status last went from one value to another.
message Details for people.
reason Why it is so, in one word for programs, such as MinimumReplicasAvailable.
status True, False or Unknown.

# Condition StatefulSetCondition DaemonSetCondition
type Which condition this is, in one word.

# DeploymentCondition
lastUpdateTime When the condition was last written.
type Available (enough pods are there), Progressing (a rollout moves on or is done) or ReplicaFailure (pods cannot be made).

# ReplicaSetCondition ReplicationControllerCondition
type ReplicaFailure: pods could not be made or deleted.

# JobCondition
type Complete, Failed or Suspended; SuccessCriteriaMet or FailureTarget while the last pods are still ending.

# PodCondition
type PodScheduled, PodReadyToStartContainers, Initialized, ContainersReady or Ready; DisruptionTarget if the pod is being evicted.

# NodeCondition
lastHeartbeatTime When the kubelet last reported it.
type Ready, MemoryPressure, DiskPressure, PIDPressure or NetworkUnavailable. All but Ready should be False.

# NamespaceCondition
type Why the namespace cannot go yet, such as NamespaceFinalizersRemaining or NamespaceContentRemaining.

# PersistentVolumeClaimCondition
type Such as Resizing or FileSystemResizePending, while a claim grows.

# HorizontalPodAutoscalerCondition
type AbleToScale, ScalingActive or ScalingLimited.

# JobCondition PersistentVolumeClaimCondition PodCondition
lastProbeTime When the condition was last looked at. Often not filled in.

# Condition PodCondition
observedGeneration The metadata.generation that the condition was found for.

# LocalObjectReference
name The name of an object in the same namespace.

# ObjectReference
apiVersion The apiVersion of the object meant.
fieldPath The part of the object meant, such as spec.containers{nginx}.
kind The kind of the object meant.
name The name of the object meant.
namespace The namespace of the object meant.
resourceVersion The resourceVersion of the object meant, at the time it was named.
uid The uid of the object meant.

# TypedLocalObjectReference TypedObjectReference
apiGroup The API group of the object meant, without a version. Left out for the core group.
kind The kind of the object meant.
name The name of the object meant.

# TypedObjectReference
namespace The namespace of the object meant. Left out: that of the claim.

# CrossVersionObjectReference
apiVersion The apiVersion of the object meant, such as apps/v1.
kind The kind of the object meant.
name The name of the object meant.

# SecretReference
name The name of the Secret.
namespace The namespace of the Secret.

# Quantity
= A number with a unit. CPU: 1 or 500m (half a CPU). Memory and storage: 128Mi, 1Gi (1024 based) or 128M, 1G (1000 based).

# IntOrString
= A whole number, or a text such as "25%" or a port's name.
`;
