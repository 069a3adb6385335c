// StatefulSets, Deployments and the other controllers of pods.
export const WORKLOADS = `
# DaemonSetSpec DeploymentSpec ReplicaSetSpec ReplicationControllerSpec StatefulSetSpec
minReadySeconds How many seconds a new pod must stay ready before it counts as available. Default: 0.

# DaemonSetSpec DeploymentSpec ReplicaSetSpec StatefulSetSpec
selector Which pods are its own. It must match the labels in template, and cannot be changed.

# DaemonSetStatus DeploymentStatus HorizontalPodAutoscalerStatus PodDisruptionBudgetStatus ReplicaSetStatus ReplicationControllerStatus StatefulSetStatus
observedGeneration The metadata.generation that the controller has seen. While it is lower than that of the object, your last change has not been looked at.

# DaemonSetStatus DeploymentStatus StatefulSetStatus
collisionCount How often a new revision needed another name because its hash was taken. Mostly not there.

# DaemonSetStatus DeploymentStatus HorizontalPodAutoscalerStatus JobStatus NamespaceStatus PersistentVolumeClaimStatus PodDisruptionBudgetStatus ReplicaSetStatus ReplicationControllerStatus ServiceStatus StatefulSetStatus
conditions What has been found out about the object, each as True, False or Unknown with a reason.

# DeploymentStatus ReplicaSetStatus ReplicationControllerStatus StatefulSetStatus
availableReplicas Pods that have been ready for minReadySeconds.
readyReplicas Pods that are ready.

# DeploymentStatus ReplicaSetStatus ReplicationControllerStatus
replicas Pods that exist, without those being deleted.

# StatefulSet
= Keeps a set of pods each of which has a name, a number and storage of its own. A replacement takes over all three: web-0 comes back as web-0.

# StatefulSetSpec
ordinals How the pods are numbered. Left out, they count from 0.
persistentVolumeClaimRetentionPolicy What becomes of the pods' claims when the set is deleted or scaled down. Default: they stay.
podManagementPolicy OrderedReady (default): one pod after another, each once the one before is ready; stopped in reverse. Parallel: all at once. It cannot be changed.
replicas How many pods there should be. Default: 1. With 0 all pods stop and their claims stay.
revisionHistoryLimit How many old revisions are kept to go back to. Default: 10.
serviceName The headless Service in whose domain the pods have their DNS names. You create it yourself. Left out, pods have no such names. It cannot be changed.
template What every pod looks like. A change replaces the pods as updateStrategy says.
updateStrategy How pods come by a changed template. Default: RollingUpdate.
volumeClaimTemplates Claims that every pod gets for itself, such as www-web-0 for template www and pod web-0. A new pod of the same name finds its claim again. They cannot be changed.

# StatefulSetOrdinals
start The number of the first pod. Default: 0.

# StatefulSetPersistentVolumeClaimRetentionPolicy
whenDeleted Retain (default): claims stay when the set is deleted. Delete: they go with it.
whenScaled Retain (default): the claims of pods that are scaled away stay. Delete: they go with their pods.

# StatefulSetUpdateStrategy
rollingUpdate More about RollingUpdate; not allowed with OnDelete.
type RollingUpdate (default): pods are replaced one at a time from the highest number down, each once the one before is ready. OnDelete: a pod changes when you delete it.

# RollingUpdateStatefulSetStrategy
maxUnavailable How many pods may be down at once during an update. In 1.36 it is dropped without a word unless the feature gate MaxUnavailableStatefulSet is on.
partition Only pods with this number or a higher one are updated. Lower ones keep the old revision, even if they are deleted and made anew. Default: 0.

# StatefulSetStatus
currentReplicas Pods that have currentRevision.
currentRevision The revision before the update; the same as updateRevision when none is going on.
updateRevision The revision that the template asks for.
replicas Pods that exist.
updatedReplicas Pods that have updateRevision.

# Deployment
= Keeps pods running that can stand in for one another, and replaces them bit by bit when the template changes. Each version is a ReplicaSet of its own.

# DeploymentSpec
paused With true, changes of the template are not rolled out until it is false again; scaling still works. Default: false.
progressDeadlineSeconds After how many seconds without progress a rollout counts as failed. Nothing is undone. Default: 600.
replicas How many pods there should be. Default: 1.
revisionHistoryLimit How many old ReplicaSets are kept to go back to. Default: 10.
strategy How old pods give way to new ones. Default: RollingUpdate.
template What every pod looks like. A change of it starts a rollout with a new ReplicaSet.

# DeploymentStrategy
rollingUpdate More about RollingUpdate; not allowed with Recreate.
type RollingUpdate (default): new pods come as old ones go. Recreate: all old pods stop before the first new one starts.

# RollingUpdateDeployment
maxSurge How many pods there may be beyond replicas during a rollout: a number or a percentage, rounded up. Default: 25%. Not 0 together with maxUnavailable.
maxUnavailable How many of replicas may be missing during a rollout: a number or a percentage, rounded down. Default: 25%. Not 0 together with maxSurge.

# DeploymentStatus
terminatingReplicas Pods that are being deleted and are not gone yet.
unavailableReplicas Pods that are still missing for all replicas to be available.
updatedReplicas Pods that are made from the current template.

# ReplicaSet
= Keeps a number of pods running that can stand in for one another. Usually a Deployment makes it.

# ReplicationController
= The forerunner of the ReplicaSet, with a simpler selector. Still served; use a Deployment for something new.

# ReplicaSetSpec ReplicationControllerSpec
replicas How many pods there should be. Default: 1.
template What every pod looks like. A change affects only pods that are made afterwards.

# ReplicationControllerSpec
selector Labels that its pods have, all of them. Left out: the labels of the template.

# ReplicaSetStatus ReplicationControllerStatus
fullyLabeledReplicas Pods that have all labels of the template.

# ReplicaSetStatus
terminatingReplicas Pods that are being deleted and are not gone yet.

# DaemonSet
= Keeps one pod on every node, or on every node that the template's nodeSelector and affinity allow. New nodes get theirs.

# DaemonSetSpec
revisionHistoryLimit How many old revisions are kept to go back to. Default: 10.
template What the pod on every node looks like. Its restartPolicy must be Always.
updateStrategy How pods come by a changed template. Default: RollingUpdate.

# DaemonSetUpdateStrategy
rollingUpdate More about RollingUpdate.
type RollingUpdate (default): pods are replaced node by node. OnDelete: a pod changes when you delete it.

# RollingUpdateDaemonSet
maxSurge On how many nodes a new pod may start before the old one has stopped: a number or a percentage, rounded up. Default: 0.
maxUnavailable On how many nodes the pod may be down during an update: a number or a percentage, rounded up. Default: 1.

# DaemonSetStatus
currentNumberScheduled Nodes that should run the pod and do.
desiredNumberScheduled Nodes that should run the pod.
numberAvailable Nodes whose pod has been ready for minReadySeconds.
numberMisscheduled Nodes that run the pod and should not.
numberReady Nodes whose pod is ready.
numberUnavailable Nodes that should run the pod and have none that is available.
updatedNumberScheduled Nodes whose pod is made from the current template.

# ControllerRevision
= One version of a StatefulSet's or DaemonSet's template, kept to go back to. The controllers make it; its content never changes.
data The template of that version, as JSON.
revision The number of the version; a higher one is newer.

# Job
= Runs pods until as many as wanted have ended successfully.

# JobSpec
activeDeadlineSeconds How many seconds the whole Job may take. Then its pods are stopped and it has failed (DeadlineExceeded). Left out: no limit.
backoffLimit How many failures the Job puts up with before it has failed itself. Default: 6.
backoffLimitPerIndex How many failures each index may have. Only with completionMode Indexed and restartPolicy Never.
completionMode NonIndexed (default): so many successes, no matter whose. Indexed: the pods are numbered from 0, and each number must succeed once. It cannot be changed.
completions How many pods must succeed. Default: 1, if parallelism is left out too. Left out beside parallelism: done as soon as one has succeeded and all have ended.
managedBy The controller that looks after the Job. Left out: the one of Kubernetes. It cannot be changed.
manualSelector With true you answer for a selector and labels that are unlike those of every other Job. Leave it out.
maxFailedIndexes How many indexes may fail before the Job stops. Only with backoffLimitPerIndex.
parallelism How many pods may run at the same time. Default: 1. With 0 none run.
podFailurePolicy What a failed pod means, by its exit code or condition. Only with restartPolicy Never.
podReplacementPolicy TerminatingOrFailed (default): a pod is replaced as soon as it is being stopped. Failed: only once it has ended. With podFailurePolicy: Failed.
selector Which pods are its own. Leave it out: the API server makes one that is unlike all others.
successPolicy When an Indexed Job has succeeded before all its indexes have.
suspend With true no pods run, and those that do are stopped. Default: false.
template What its pods look like. restartPolicy must be OnFailure or Never. It cannot be changed, but for a few fields while the Job is suspended.
ttlSecondsAfterFinished How many seconds after its end the Job is deleted, with its pods. Left out: it stays.

# JobStatus
active Pods that are waiting or running, except those being stopped.
completedIndexes Indexes that have succeeded, such as 1,3-5.
completionTime When the Job succeeded. Not there if it failed.
failed Pods that have failed.
failedIndexes Indexes that have failed for good, such as 0,2. Only with backoffLimitPerIndex.
ready Active pods that are ready.
startTime When the Job began. It begins anew when a suspended Job goes on.
succeeded Pods that have succeeded.
terminating Pods that are being stopped.
uncountedTerminatedPods Pods that have ended and are not counted yet.

# UncountedTerminatedPods
failed The uids of pods that failed and are not counted yet.
succeeded The uids of pods that succeeded and are not counted yet.

# PodFailurePolicy
rules At most 20 rules. The first that fits a failed pod decides; if none fits, the failure counts.

# PodFailurePolicyRule
action FailJob ends the Job, FailIndex this index, Ignore makes a new pod without counting, Count counts the failure against backoffLimit.
onExitCodes Fits by the exit code of a container.
onPodConditions Fits by a condition of the pod, such as DisruptionTarget.

# PodFailurePolicyOnExitCodesRequirement
containerName The container whose exit code is looked at. Left out: every container.
operator In: the exit code is one of values. NotIn: it is none of them, and not 0.
values Exit codes, in ascending order. 0 is not allowed with In.

# PodFailurePolicyOnPodConditionsPattern
status The status that the condition has. Default: True.
type The type of the condition.

# SuccessPolicy
rules The Job has succeeded once one of these holds; the pods that are left are stopped.

# SuccessPolicyRule
succeededCount How many indexes must have succeeded.
succeededIndexes Which indexes must have succeeded, such as 0,2-4.

# CronJob
= Makes a Job from a template, again and again on a schedule.

# CronJobSpec
concurrencyPolicy Allow (default): Jobs may run side by side. Forbid: a run is skipped while the last is still going. Replace: the last one is deleted first.
failedJobsHistoryLimit How many failed Jobs are kept. Default: 1.
jobTemplate What its Jobs look like.
schedule When to run: minute, hour, day of month, month, day of week, as in */15 * * * *. Sunday is 0. @hourly, @daily and the like work too.
startingDeadlineSeconds How many seconds late a run may still start. Left out: however late. Below 10, runs may be missed.
successfulJobsHistoryLimit How many Jobs that succeeded are kept. Default: 3.
suspend With true no new runs start; those that are going on do. Default: false.
timeZone The time zone of the schedule, such as Asia/Seoul. Left out: that of the control plane.

# CronJobStatus
active The Jobs that are running.
lastScheduleTime The time of the last run, as the schedule has it.
lastSuccessfulTime When a run last ended successfully.

# JobTemplateSpec
metadata Labels and annotations of the Jobs.
spec What the Jobs do: as the spec of a Job.

# HorizontalPodAutoscaler
= Sets the replicas of a Deployment, StatefulSet or the like by how busy its pods are.

# HorizontalPodAutoscalerSpec
behavior How fast it may scale up and down.
maxReplicas The most replicas it may set.
metrics What it goes by. The metric that asks for most replicas wins. Left out: CPU at 80 % of the requests, on average.
minReplicas The fewest replicas it may set. Default: 1.
scaleTargetRef The object whose replicas it sets.

# HorizontalPodAutoscalerStatus
currentMetrics The metrics as it last read them.
currentReplicas The replicas it last saw.
desiredReplicas The replicas it last worked out.
lastScaleTime When it last changed the replicas.

# HorizontalPodAutoscalerBehavior
scaleDown Rules for fewer replicas. Default: wait 300 seconds, then as many at once as wanted.
scaleUp Rules for more replicas. Default: at most 4 pods or 100 % in 15 seconds, whichever is more.

# HPAScalingRules
policies Limits on the change in a time.
selectPolicy Which policy counts: Max (default), Min, or Disabled for no change in this direction.
stabilizationWindowSeconds For how many seconds back the wanted replicas are looked at before acting, to keep the number from flapping. Default: 0 up, 300 down.
tolerance How far from the target the metric may be before anything changes. Default: 10 %.

# HPAScalingPolicy
periodSeconds The time that the limit is for, in seconds; at most 1800.
type Pods or Percent.
value The most pods, or percent of the replicas, by which the number may change in that time.

# MetricSpec MetricStatus
containerResource CPU or memory of one container in all pods.
external A metric from outside the cluster.
object A metric of some other object, such as an Ingress.
pods A metric that every pod has, averaged.
resource CPU or memory of the pods.
type ContainerResource, External, Object, Pods or Resource.

# ContainerResourceMetricSource ContainerResourceMetricStatus
container The name of the container.

# ContainerResourceMetricSource ContainerResourceMetricStatus ResourceMetricSource ResourceMetricStatus
name cpu or memory.

# ContainerResourceMetricSource ExternalMetricSource ObjectMetricSource PodsMetricSource ResourceMetricSource
target The value to aim at.

# ContainerResourceMetricStatus ExternalMetricStatus ObjectMetricStatus PodsMetricStatus ResourceMetricStatus
current The value as last read.

# ExternalMetricSource ExternalMetricStatus ObjectMetricSource ObjectMetricStatus PodsMetricSource PodsMetricStatus
metric Which metric it is.

# ObjectMetricSource ObjectMetricStatus
describedObject The object that has the metric.

# MetricIdentifier
name The name of the metric.
selector Narrows the metric down by labels.

# MetricTarget
averageUtilization The average over the pods, in percent of what they request.
averageValue The average over the pods, as a quantity.
type Utilization, Value or AverageValue.
value The value itself, as a quantity.

# MetricValueStatus
averageUtilization The average over the pods, in percent of what they request.
averageValue The average over the pods, as a quantity.
value The value itself, as a quantity.

# PodDisruptionBudget
= Limits how many of some pods may be evicted at once, as when nodes are drained. Pods that fail or are deleted directly are not held back.

# PodDisruptionBudgetSpec
maxUnavailable How many of the pods may be missing after an eviction: a number or a percentage. Not together with minAvailable.
minAvailable How many of the pods must be left after an eviction: a number or a percentage. Not together with maxUnavailable.
selector Which pods it protects. {} protects all in the namespace; left out, it protects none.
unhealthyPodEvictionPolicy IfHealthyBudget (default): pods that are not ready can go while enough others are healthy. AlwaysAllow: they can always go.

# PodDisruptionBudgetStatus
currentHealthy Pods that are ready.
desiredHealthy Pods that must stay ready.
disruptedPods Pods whose eviction was allowed and that are not gone yet.
disruptionsAllowed How many pods may be evicted right now.
expectedPods Pods that the budget covers.

# Scale
= How many replicas something has: the part of a Deployment, StatefulSet and the like that scaling changes.

# ScaleSpec
replicas How many replicas there should be.

# ScaleStatus
replicas How many replicas there are.
selector Which pods they are, as a label selector in one line.
`;
