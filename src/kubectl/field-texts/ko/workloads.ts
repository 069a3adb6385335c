// StatefulSets, Deployments and the other controllers of pods.
export const WORKLOADS = `
# DaemonSetSpec DeploymentSpec ReplicaSetSpec ReplicationControllerSpec StatefulSetSpec
minReadySeconds 새 파드가 사용 가능하다고 인정받으려면 준비된 채로 있어야 하는 시간(초)입니다. 기본값: 0.

# DaemonSetSpec DeploymentSpec ReplicaSetSpec StatefulSetSpec
selector 어떤 파드가 자기 것인지 정합니다. template의 레이블과 맞아야 하며, 바꿀 수 없습니다.

# DaemonSetStatus DeploymentStatus HorizontalPodAutoscalerStatus PodDisruptionBudgetStatus ReplicaSetStatus ReplicationControllerStatus StatefulSetStatus
observedGeneration 컨트롤러가 확인한 metadata.generation입니다. 오브젝트의 값보다 작으면 마지막으로 바꾼 내용을 아직 보지 못한 것입니다.

# DaemonSetStatus DeploymentStatus StatefulSetStatus
collisionCount 해시가 겹쳐 새 리비전에 다른 이름을 붙여야 했던 횟수입니다. 대개 없습니다.

# DaemonSetStatus DeploymentStatus HorizontalPodAutoscalerStatus JobStatus NamespaceStatus PersistentVolumeClaimStatus PodDisruptionBudgetStatus ReplicaSetStatus ReplicationControllerStatus ServiceStatus StatefulSetStatus
conditions 오브젝트에 대해 알아낸 것을 저마다 True, False, Unknown과 그 까닭으로 적은 목록입니다.

# DeploymentStatus ReplicaSetStatus ReplicationControllerStatus StatefulSetStatus
availableReplicas minReadySeconds 동안 준비된 상태를 지킨 파드의 수입니다.
readyReplicas 준비된 파드의 수입니다.

# DeploymentStatus ReplicaSetStatus ReplicationControllerStatus
replicas 있는 파드의 수입니다. 삭제되는 중인 파드는 세지 않습니다.

# StatefulSet
= 저마다 이름과 번호와 스토리지를 가진 파드들을 유지합니다. 대신하는 파드가 셋 모두를 이어받아, web-0은 web-0으로 돌아옵니다.

# StatefulSetSpec
ordinals 파드에 번호를 붙이는 방법입니다. 쓰지 않으면 0부터 셉니다.
persistentVolumeClaimRetentionPolicy 스테이트풀셋을 삭제하거나 줄일 때 파드의 클레임을 어떻게 할지 정합니다. 기본값: 남깁니다.
podManagementPolicy OrderedReady(기본값): 앞의 파드가 준비되면 다음 파드를 하나씩 만들고, 거꾸로 종료합니다. Parallel: 한꺼번에 합니다. 바꿀 수 없습니다.
replicas 파드를 몇 개 둘지 정합니다. 기본값: 1. 0이면 파드를 모두 종료하고 클레임은 남깁니다.
revisionHistoryLimit 되돌아갈 수 있도록 남겨 두는 예전 리비전의 수입니다. 기본값: 10.
serviceName 파드의 DNS 이름이 속할 헤드리스 서비스입니다. 서비스는 직접 만들어야 합니다. 쓰지 않으면 그런 이름이 없습니다. 바꿀 수 없습니다.
template 파드의 모습입니다. 바꾸면 updateStrategy에 따라 파드가 교체됩니다.
updateStrategy 바뀐 template을 파드에 적용하는 방법입니다. 기본값: RollingUpdate.
volumeClaimTemplates 파드마다 따로 갖는 클레임입니다. 템플릿이 www이고 파드가 web-0이면 www-web-0입니다. 같은 이름의 새 파드는 자기 클레임을 다시 찾습니다. 바꿀 수 없습니다.

# StatefulSetOrdinals
start 첫 파드의 번호입니다. 기본값: 0.

# StatefulSetPersistentVolumeClaimRetentionPolicy
whenDeleted Retain(기본값): 스테이트풀셋을 삭제해도 클레임이 남습니다. Delete: 함께 사라집니다.
whenScaled Retain(기본값): 줄여서 없어진 파드의 클레임이 남습니다. Delete: 파드와 함께 사라집니다.

# StatefulSetUpdateStrategy
rollingUpdate RollingUpdate의 세부 설정입니다. OnDelete와는 함께 쓸 수 없습니다.
type RollingUpdate(기본값): 가장 높은 번호부터 하나씩, 앞의 파드가 준비된 뒤에 교체합니다. OnDelete: 파드를 직접 삭제해야 바뀝니다.

# RollingUpdateStatefulSetStrategy
maxUnavailable 업데이트하는 동안 동시에 중단될 수 있는 파드의 수입니다. 1.36에서는 기능 게이트 MaxUnavailableStatefulSet을 켜지 않으면 말없이 버려집니다.
partition 번호가 이 값 이상인 파드만 업데이트합니다. 그보다 낮은 파드는 삭제되어 다시 만들어져도 예전 리비전입니다. 기본값: 0.

# StatefulSetStatus
currentReplicas currentRevision을 가진 파드의 수입니다.
currentRevision 업데이트하기 전의 리비전입니다. 업데이트 중이 아니면 updateRevision과 같습니다.
updateRevision template이 나타내는 리비전입니다.
replicas 있는 파드의 수입니다.
updatedReplicas updateRevision을 가진 파드의 수입니다.

# Deployment
= 서로를 대신할 수 있는 파드들을 유지하고, template이 바뀌면 조금씩 교체합니다. 버전마다 레플리카셋이 하나씩 있습니다.

# DeploymentSpec
paused true이면 다시 false로 바꿀 때까지 template의 변경을 롤아웃하지 않습니다. 스케일링은 됩니다. 기본값: false.
progressDeadlineSeconds 롤아웃이 이 시간(초) 동안 진행되지 않으면 실패로 봅니다. 되돌리지는 않습니다. 기본값: 600.
replicas 파드를 몇 개 둘지 정합니다. 기본값: 1.
revisionHistoryLimit 되돌아갈 수 있도록 남겨 두는 예전 레플리카셋의 수입니다. 기본값: 10.
strategy 예전 파드를 새 파드로 바꾸는 방법입니다. 기본값: RollingUpdate.
template 파드의 모습입니다. 바꾸면 새 레플리카셋으로 롤아웃을 시작합니다.

# DeploymentStrategy
rollingUpdate RollingUpdate의 세부 설정입니다. Recreate와는 함께 쓸 수 없습니다.
type RollingUpdate(기본값): 예전 파드가 사라지는 만큼 새 파드가 들어섭니다. Recreate: 예전 파드가 모두 종료된 뒤에 새 파드를 시작합니다.

# RollingUpdateDeployment
maxSurge 롤아웃하는 동안 replicas보다 더 둘 수 있는 파드의 수 또는 퍼센트(올림)입니다. 기본값: 25%. maxUnavailable과 동시에 0일 수 없습니다.
maxUnavailable 롤아웃하는 동안 replicas에서 모자라도 되는 파드의 수 또는 퍼센트(내림)입니다. 기본값: 25%. maxSurge와 동시에 0일 수 없습니다.

# DeploymentStatus
terminatingReplicas 삭제되는 중이고 아직 사라지지 않은 파드의 수입니다.
unavailableReplicas 모든 레플리카가 사용 가능해지기까지 모자란 파드의 수입니다.
updatedReplicas 지금의 template으로 만든 파드의 수입니다.

# ReplicaSet
= 서로를 대신할 수 있는 파드들을 정한 수만큼 유지합니다. 보통은 디플로이먼트가 만듭니다.

# ReplicationController
= 더 단순한 셀렉터를 쓰던, 레플리카셋의 전신입니다. 지금도 제공되지만 새로 만들 때는 디플로이먼트를 쓰세요.

# ReplicaSetSpec ReplicationControllerSpec
replicas 파드를 몇 개 둘지 정합니다. 기본값: 1.
template 파드의 모습입니다. 바꾸면 그 뒤에 만드는 파드에만 적용됩니다.

# ReplicationControllerSpec
selector 자기 파드에 모두 있어야 하는 레이블입니다. 쓰지 않으면 template의 레이블을 씁니다.

# ReplicaSetStatus ReplicationControllerStatus
fullyLabeledReplicas template의 레이블을 모두 가진 파드의 수입니다.

# ReplicaSetStatus
terminatingReplicas 삭제되는 중이고 아직 사라지지 않은 파드의 수입니다.

# DaemonSet
= 모든 노드, 또는 template의 nodeSelector와 어피니티에 맞는 모든 노드에 파드를 하나씩 유지합니다. 새 노드에도 생깁니다.

# DaemonSetSpec
revisionHistoryLimit 되돌아갈 수 있도록 남겨 두는 예전 리비전의 수입니다. 기본값: 10.
template 노드마다 하나씩 두는 파드의 모습입니다. restartPolicy는 Always여야 합니다.
updateStrategy 바뀐 template을 파드에 적용하는 방법입니다. 기본값: RollingUpdate.

# DaemonSetUpdateStrategy
rollingUpdate RollingUpdate의 세부 설정입니다.
type RollingUpdate(기본값): 노드마다 차례로 파드를 교체합니다. OnDelete: 파드를 직접 삭제해야 바뀝니다.

# RollingUpdateDaemonSet
maxSurge 예전 파드가 종료되기 전에 새 파드를 시작해도 되는 노드의 수 또는 퍼센트(올림)입니다. 기본값: 0.
maxUnavailable 업데이트하는 동안 파드가 중단되어도 되는 노드의 수 또는 퍼센트(올림)입니다. 기본값: 1.

# DaemonSetStatus
currentNumberScheduled 파드를 실행해야 하고 실제로 실행하는 노드의 수입니다.
desiredNumberScheduled 파드를 실행해야 하는 노드의 수입니다.
numberAvailable 파드가 minReadySeconds 동안 준비된 상태를 지킨 노드의 수입니다.
numberMisscheduled 파드를 실행하지 않아야 하는데 실행하는 노드의 수입니다.
numberReady 파드가 준비된 노드의 수입니다.
numberUnavailable 파드를 실행해야 하지만 사용 가능한 파드가 없는 노드의 수입니다.
updatedNumberScheduled 지금의 template으로 만든 파드가 있는 노드의 수입니다.

# ControllerRevision
= 되돌아갈 수 있도록 남겨 둔, 스테이트풀셋이나 데몬셋 템플릿의 한 버전입니다. 컨트롤러가 만들며 내용은 바뀌지 않습니다.
data 그 버전의 템플릿을 JSON으로 담은 것입니다.
revision 버전의 번호입니다. 클수록 새것입니다.

# Job
= 원하는 수만큼 성공적으로 끝날 때까지 파드를 실행합니다.

# JobSpec
activeDeadlineSeconds 잡 전체에 주어진 시간(초)입니다. 지나면 파드를 종료하고 실패(DeadlineExceeded)로 끝냅니다. 쓰지 않으면 제한이 없습니다.
backoffLimit 몇 번까지 실패해도 되는지 정합니다. 넘으면 잡이 실패합니다. 기본값: 6.
backoffLimitPerIndex 인덱스마다 몇 번까지 실패해도 되는지 정합니다. completionMode가 Indexed이고 restartPolicy가 Never일 때만 씁니다.
completionMode NonIndexed(기본값): 어느 파드든 정한 수만큼 성공하면 됩니다. Indexed: 파드에 0부터 번호를 붙이고, 번호마다 한 번씩 성공해야 합니다. 바꿀 수 없습니다.
completions 성공해야 하는 파드의 수입니다. parallelism도 쓰지 않으면 기본값은 1입니다. parallelism만 쓰면 하나가 성공하고 나머지도 모두 끝날 때 완료됩니다.
managedBy 잡을 관리하는 컨트롤러입니다. 쓰지 않으면 쿠버네티스의 것이 관리합니다. 바꿀 수 없습니다.
manualSelector true이면 셀렉터와 레이블이 다른 모든 잡과 다르도록 직접 책임져야 합니다. 쓰지 마세요.
maxFailedIndexes 몇 개의 인덱스가 실패하면 잡을 멈출지 정합니다. backoffLimitPerIndex와 함께만 씁니다.
parallelism 동시에 실행할 수 있는 파드의 수입니다. 기본값: 1. 0이면 아무것도 실행하지 않습니다.
podFailurePolicy 실패한 파드를 종료 코드나 컨디션에 따라 어떻게 다룰지 정합니다. restartPolicy가 Never일 때만 씁니다.
podReplacementPolicy TerminatingOrFailed(기본값): 파드가 종료되기 시작하면 바로 교체합니다. Failed: 끝난 뒤에만 교체합니다. podFailurePolicy가 있으면 Failed입니다.
selector 어떤 파드가 자기 것인지 정합니다. 쓰지 마세요. API 서버가 다른 것과 겹치지 않게 만듭니다.
successPolicy Indexed 잡이 모든 인덱스가 성공하기 전에 성공한 것으로 볼 조건입니다.
suspend true이면 파드를 실행하지 않고, 실행 중인 파드는 종료합니다. 기본값: false.
template 파드의 모습입니다. restartPolicy는 OnFailure나 Never여야 합니다. 잡이 멈춰 있는 동안 몇몇 필드를 빼고는 바꿀 수 없습니다.
ttlSecondsAfterFinished 끝난 잡을 파드와 함께 삭제하기까지의 시간(초)입니다. 쓰지 않으면 남습니다.

# JobStatus
active 기다리거나 실행 중인 파드의 수입니다. 종료되는 중인 파드는 세지 않습니다.
completedIndexes 성공한 인덱스입니다. 예: 1,3-5.
completionTime 잡이 성공한 시각입니다. 실패하면 없습니다.
failed 실패한 파드의 수입니다.
failedIndexes 완전히 실패한 인덱스입니다. 예: 0,2. backoffLimitPerIndex가 있을 때만 있습니다.
ready 활성 파드 가운데 준비된 파드의 수입니다.
startTime 잡이 시작한 시각입니다. 멈춘 잡이 다시 시작하면 새로 적힙니다.
succeeded 성공한 파드의 수입니다.
terminating 종료되는 중인 파드의 수입니다.
uncountedTerminatedPods 끝났지만 아직 세지 않은 파드입니다.

# UncountedTerminatedPods
failed 실패했지만 아직 세지 않은 파드의 uid입니다.
succeeded 성공했지만 아직 세지 않은 파드의 uid입니다.

# PodFailurePolicy
rules 20개까지의 규칙입니다. 실패한 파드에 처음으로 맞는 규칙이 적용됩니다. 맞는 것이 없으면 실패로 셉니다.

# PodFailurePolicyRule
action FailJob은 잡을, FailIndex는 그 인덱스를 끝냅니다. Ignore는 세지 않고 파드를 새로 만듭니다. Count는 backoffLimit에 맞추어 셉니다.
onExitCodes 컨테이너의 종료 코드로 판단합니다.
onPodConditions DisruptionTarget 같은 파드의 컨디션으로 판단합니다.

# PodFailurePolicyOnExitCodesRequirement
containerName 종료 코드를 볼 컨테이너입니다. 쓰지 않으면 모든 컨테이너를 봅니다.
operator In: 종료 코드가 values 가운데 하나입니다. NotIn: values에 없고 0도 아닙니다.
values 종료 코드를 작은 것부터 적습니다. In에는 0을 쓸 수 없습니다.

# PodFailurePolicyOnPodConditionsPattern
status 컨디션의 상태입니다. 기본값: True.
type 컨디션의 종류입니다.

# SuccessPolicy
rules 이 가운데 하나를 만족하면 잡이 성공한 것이며, 남은 파드는 종료됩니다.

# SuccessPolicyRule
succeededCount 성공해야 하는 인덱스의 수입니다.
succeededIndexes 성공해야 하는 인덱스입니다. 예: 0,2-4.

# CronJob
= 템플릿으로 잡을 만드는 일을 일정에 따라 되풀이합니다.

# CronJobSpec
concurrencyPolicy Allow(기본값): 잡을 나란히 실행해도 됩니다. Forbid: 앞의 잡이 아직 실행 중이면 건너뜁니다. Replace: 앞의 잡을 삭제하고 시작합니다.
failedJobsHistoryLimit 남겨 두는 실패한 잡의 수입니다. 기본값: 1.
jobTemplate 만들 잡의 모습입니다.
schedule 실행할 때를 분, 시, 일, 월, 요일로 적습니다. 예: */15 * * * *. 일요일은 0입니다. @hourly, @daily 같은 것도 됩니다.
startingDeadlineSeconds 실행이 몇 초까지 늦어도 되는지 정합니다. 쓰지 않으면 얼마든지 늦어도 됩니다. 10보다 작으면 실행을 놓칠 수 있습니다.
successfulJobsHistoryLimit 남겨 두는 성공한 잡의 수입니다. 기본값: 3.
suspend true이면 새로 실행하지 않습니다. 실행 중인 잡은 계속됩니다. 기본값: false.
timeZone 일정의 시간대입니다. 예: Asia/Seoul. 쓰지 않으면 컨트롤 플레인의 시간대를 따릅니다.

# CronJobStatus
active 실행 중인 잡입니다.
lastScheduleTime 마지막으로 실행한 때입니다. 일정에 적힌 시각입니다.
lastSuccessfulTime 마지막으로 성공적으로 끝난 시각입니다.

# JobTemplateSpec
metadata 잡의 레이블과 어노테이션입니다.
spec 잡이 할 일입니다. Job의 spec과 같습니다.

# HorizontalPodAutoscaler
= 파드가 얼마나 바쁜지에 따라 디플로이먼트나 스테이트풀셋 등의 replicas를 정합니다.

# HorizontalPodAutoscalerSpec
behavior 얼마나 빨리 늘리고 줄여도 되는지 정합니다.
maxReplicas 설정할 수 있는 최대 레플리카 수입니다.
metrics 무엇을 보고 정할지 적습니다. 레플리카를 가장 많이 요구하는 메트릭을 따릅니다. 쓰지 않으면 요청량 대비 평균 CPU 80 %입니다.
minReplicas 설정할 수 있는 최소 레플리카 수입니다. 기본값: 1.
scaleTargetRef replicas를 정할 오브젝트입니다.

# HorizontalPodAutoscalerStatus
currentMetrics 마지막으로 읽은 메트릭입니다.
currentReplicas 마지막으로 확인한 레플리카 수입니다.
desiredReplicas 마지막으로 계산한 레플리카 수입니다.
lastScaleTime 레플리카 수를 마지막으로 바꾼 시각입니다.

# HorizontalPodAutoscalerBehavior
scaleDown 줄일 때의 규칙입니다. 기본값: 300초를 기다린 뒤 원하는 만큼 한 번에 줄입니다.
scaleUp 늘릴 때의 규칙입니다. 기본값: 15초에 파드 4개와 100 % 가운데 큰 쪽까지 늘립니다.

# HPAScalingRules
policies 일정한 시간 안에 바꿀 수 있는 한도입니다.
selectPolicy 어느 정책을 따를지 정합니다. Max(기본값), Min, 또는 이 방향으로 바꾸지 않는 Disabled입니다.
stabilizationWindowSeconds 수가 오르내리지 않도록, 바꾸기 전에 원하는 수를 몇 초 전까지 돌아보는지 정합니다. 기본값: 늘릴 때 0, 줄일 때 300.
tolerance 메트릭이 목표에서 얼마나 벗어나야 바꿀지 정합니다. 기본값: 10 %.

# HPAScalingPolicy
periodSeconds 한도를 적용할 시간(초)입니다. 1800까지 쓸 수 있습니다.
type Pods 또는 Percent입니다.
value 그 시간 안에 바꿀 수 있는 최대 파드 수 또는 레플리카의 퍼센트입니다.

# MetricSpec MetricStatus
containerResource 모든 파드에 있는 한 컨테이너의 CPU나 메모리입니다.
external 클러스터 밖의 메트릭입니다.
object 인그레스 같은 다른 오브젝트의 메트릭입니다.
pods 파드마다 있는 메트릭의 평균입니다.
resource 파드의 CPU나 메모리입니다.
type ContainerResource, External, Object, Pods, Resource 가운데 하나입니다.

# ContainerResourceMetricSource ContainerResourceMetricStatus
container 컨테이너의 이름입니다.

# ContainerResourceMetricSource ContainerResourceMetricStatus ResourceMetricSource ResourceMetricStatus
name cpu 또는 memory입니다.

# ContainerResourceMetricSource ExternalMetricSource ObjectMetricSource PodsMetricSource ResourceMetricSource
target 목표로 삼을 값입니다.

# ContainerResourceMetricStatus ExternalMetricStatus ObjectMetricStatus PodsMetricStatus ResourceMetricStatus
current 마지막으로 읽은 값입니다.

# ExternalMetricSource ExternalMetricStatus ObjectMetricSource ObjectMetricStatus PodsMetricSource PodsMetricStatus
metric 어떤 메트릭인지 적습니다.

# ObjectMetricSource ObjectMetricStatus
describedObject 메트릭을 가진 오브젝트입니다.

# MetricIdentifier
name 메트릭의 이름입니다.
selector 레이블로 메트릭을 좁힙니다.

# MetricTarget
averageUtilization 파드의 평균을 요청량 대비 퍼센트로 나타낸 것입니다.
averageValue 파드의 평균을 수량으로 나타낸 것입니다.
type Utilization, Value, AverageValue 가운데 하나입니다.
value 값 자체를 수량으로 나타낸 것입니다.

# MetricValueStatus
averageUtilization 파드의 평균을 요청량 대비 퍼센트로 나타낸 것입니다.
averageValue 파드의 평균을 수량으로 나타낸 것입니다.
value 값 자체를 수량으로 나타낸 것입니다.

# PodDisruptionBudget
= 노드를 비울 때처럼 파드를 축출할 때, 한 번에 몇 개까지 축출할 수 있는지 제한합니다. 파드가 고장 나거나 직접 삭제되는 것은 막지 않습니다.

# PodDisruptionBudgetSpec
maxUnavailable 축출한 뒤에 없어도 되는 파드의 수 또는 퍼센트입니다. minAvailable과 함께 쓸 수 없습니다.
minAvailable 축출한 뒤에 남아 있어야 하는 파드의 수 또는 퍼센트입니다. maxUnavailable과 함께 쓸 수 없습니다.
selector 보호할 파드입니다. {}이면 네임스페이스의 모든 파드를 보호하고, 쓰지 않으면 아무것도 보호하지 않습니다.
unhealthyPodEvictionPolicy IfHealthyBudget(기본값): 준비되지 않은 파드는 정상인 파드가 충분할 때만 축출할 수 있습니다. AlwaysAllow: 언제나 축출할 수 있습니다.

# PodDisruptionBudgetStatus
currentHealthy 준비된 파드의 수입니다.
desiredHealthy 준비되어 있어야 하는 파드의 수입니다.
disruptedPods 축출이 허용되었지만 아직 사라지지 않은 파드입니다.
disruptionsAllowed 지금 축출해도 되는 파드의 수입니다.
expectedPods 이 예산이 다루는 파드의 수입니다.

# Scale
= 레플리카가 몇 개인지 나타냅니다. 디플로이먼트나 스테이트풀셋 등에서 스케일링이 바꾸는 부분입니다.

# ScaleSpec
replicas 레플리카를 몇 개 둘지 정합니다.

# ScaleStatus
replicas 있는 레플리카의 수입니다.
selector 어떤 파드인지 한 줄의 레이블 셀렉터로 나타냅니다.
`;
