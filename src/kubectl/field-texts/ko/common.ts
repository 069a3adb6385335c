// What objects of every kind have in common, and how they refer to each other.
export const COMMON = `
# ConfigMap ControllerRevision CronJob DaemonSet Deployment EndpointSlice Endpoints Event HorizontalPodAutoscaler Ingress Job Lease LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod PodDisruptionBudget PriorityClass ReplicaSet ReplicationController ResourceQuota Scale Secret Service ServiceAccount StatefulSet StorageClass
apiVersion 이 오브젝트를 쓴 API의 그룹과 버전입니다. 예: apps/v1. 어떤 필드가 있는지는 kind와 함께 정해집니다.
kind 오브젝트의 종류입니다. 예: Pod, StatefulSet. 바꿀 수 없습니다.
metadata 이름, 네임스페이스, 레이블처럼 오브젝트 자체에 관한 정보입니다.

# CronJob DaemonSet Deployment HorizontalPodAutoscaler Ingress Job Lease LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod PodDisruptionBudget ReplicaSet ReplicationController ResourceQuota Scale Service StatefulSet
spec 원하는 상태입니다. 컨트롤러는 클러스터가 이 상태가 될 때까지 일합니다.

# CronJob DaemonSet Deployment HorizontalPodAutoscaler Ingress Job Namespace Node PersistentVolume PersistentVolumeClaim Pod PodDisruptionBudget ReplicaSet ReplicationController ResourceQuota Scale Service StatefulSet
status 마지막으로 관찰한 실제 상태입니다. 클러스터가 적으며, 매니페스트에 적은 값은 무시됩니다.

# ObjectMeta
annotations 사람과 도구를 위한 메모입니다. 값은 어떤 문자열이든 되며, 이것으로 오브젝트를 고르지는 않습니다.
creationTimestamp 오브젝트가 처음 저장된 시각입니다. API 서버가 적습니다.
deletionGracePeriodSeconds 오브젝트가 정상적으로 끝날 때까지 주어진 시간(초)입니다. 삭제가 시작되면 API 서버가 적습니다.
deletionTimestamp 삭제가 요청되면 API 서버가 적는, 오브젝트가 사라져야 할 시각입니다. 파이널라이저가 하나도 남지 않아야 사라집니다.
finalizers 오브젝트가 사라지기 전에 끝내야 할 일입니다. 일을 마친 쪽이 이 목록에서 자기 이름을 지웁니다.
generateName name을 쓰지 않을 때 이름의 앞부분이 됩니다. API 서버가 임의의 다섯 글자를 덧붙입니다. kubectl create에서만 쓸 수 있고, kubectl apply에는 name이 필요합니다.
generation 원하는 상태가 바뀐 횟수로, 1부터 셉니다. API 서버가 적습니다.
labels 오브젝트를 묶고 고르는 데 쓰는 이름과 값입니다. 값은 63자 이하의 문자열이므로, 숫자나 true, false는 따옴표로 감싸야 합니다.
managedFields 각 필드를 누가 마지막으로 설정했는지 적은 기록입니다. API 서버가 관리하며, kubectl get은 --show-managed-fields를 줄 때만 보여 줍니다.
name 오브젝트의 이름입니다. 네임스페이스 안에서 같은 종류끼리는 겹칠 수 없습니다. 대개 소문자, 숫자, -를 씁니다. 바꿀 수 없습니다.
namespace 오브젝트가 속한 네임스페이스입니다. 쓰지 않으면 kubectl이 현재 컨텍스트의 네임스페이스(처음에는 default)를 넣습니다. 바꿀 수 없습니다.
ownerReferences 이 오브젝트의 소유자입니다. 파드가 레플리카셋에 속하는 것과 같습니다. 소유자가 모두 사라지면 이 오브젝트도 삭제됩니다.
resourceVersion 오브젝트를 쓸 때마다 바뀝니다. 예전 값을 담은 업데이트는 충돌로 거부됩니다. API 서버가 적습니다.
selfLink 더는 채워지지 않습니다. 예전에는 API에서의 오브젝트 주소였습니다.
uid 나중에 같은 이름으로 만든 것을 포함해 다른 모든 오브젝트와 이 오브젝트를 구별합니다. API 서버가 적습니다.

# OwnerReference
apiVersion 소유자의 apiVersion입니다.
blockOwnerDeletion true이면 소유자를 포그라운드로 삭제할 때 이 오브젝트가 사라지기를 기다립니다. 쓰지 않으면 기다리지 않습니다.
controller 이 소유자가 오브젝트를 관리하는 컨트롤러이면 true입니다. 하나만 그럴 수 있습니다.
kind 소유자의 종류입니다.
name 소유자의 이름입니다.
uid 소유자의 uid입니다. 이름이 같아도 새로 만든 오브젝트는 소유자가 아닙니다.

# ManagedFieldsEntry
apiVersion 필드를 설정할 때 쓴 API의 버전입니다.
fieldsType 항상 FieldsV1입니다.
fieldsV1 이 관리자가 설정한 필드를 이름의 트리로 나타낸 것입니다.
manager 필드를 설정한 프로그램입니다. 예: kubectl-client-side-apply.
operation 서버 측 적용이면 Apply, 그 밖에는 모두 Update입니다.
subresource 값을 쓴 하위 리소스입니다. 예: status. 오브젝트 자체이면 비어 있습니다.
time 이 관리자가 자기 필드를 마지막으로 바꾼 시각입니다.

# LabelSelector
= 레이블로 오브젝트를 고릅니다. 적은 조건을 모두 만족해야 하며, 비어 있으면({}) 모두 고릅니다.
matchExpressions 연산자를 쓰는 조건입니다. 이 조건 모두와 matchLabels 모두를 만족해야 합니다.
matchLabels 오브젝트에 있어야 하는 레이블입니다. 값까지 똑같아야 합니다.

# LabelSelectorRequirement
key 레이블의 이름입니다.
operator In, NotIn, Exists, DoesNotExist 가운데 하나입니다. NotIn은 그 레이블이 없는 오브젝트에도 맞습니다.
values 비교할 값입니다. In과 NotIn에는 하나 이상 있어야 하고, Exists와 DoesNotExist에는 없어야 합니다.

# Condition DaemonSetCondition DeploymentCondition HorizontalPodAutoscalerCondition JobCondition NamespaceCondition NodeCondition PersistentVolumeClaimCondition PodCondition ReplicaSetCondition ReplicationControllerCondition StatefulSetCondition
lastTransitionTime status가 마지막으로 다른 값으로 바뀐 시각입니다.
message 사람이 읽을 자세한 설명입니다.
reason 그렇게 된 까닭을 프로그램이 읽을 한 단어로 적은 것입니다. 예: MinimumReplicasAvailable.
status True, False, Unknown 가운데 하나입니다.

# Condition StatefulSetCondition DaemonSetCondition
type 어떤 컨디션인지 나타내는 한 단어입니다.

# DeploymentCondition
lastUpdateTime 이 컨디션을 마지막으로 적은 시각입니다.
type Available(파드가 충분함), Progressing(롤아웃이 진행 중이거나 끝남), ReplicaFailure(파드를 만들 수 없음) 가운데 하나입니다.

# ReplicaSetCondition ReplicationControllerCondition
type ReplicaFailure: 파드를 만들거나 지우지 못했습니다.

# JobCondition
type Complete, Failed, Suspended 가운데 하나입니다. 마지막 파드가 끝나는 동안에는 SuccessCriteriaMet이나 FailureTarget입니다.

# PodCondition
type PodScheduled, PodReadyToStartContainers, Initialized, ContainersReady, Ready 가운데 하나입니다. 파드가 축출되는 중이면 DisruptionTarget입니다.

# NodeCondition
lastHeartbeatTime kubelet이 마지막으로 보고한 시각입니다.
type Ready, MemoryPressure, DiskPressure, PIDPressure, NetworkUnavailable 가운데 하나입니다. Ready 말고는 모두 False여야 합니다.

# NamespaceCondition
type 네임스페이스가 아직 사라지지 못하는 까닭입니다. 예: NamespaceFinalizersRemaining, NamespaceContentRemaining.

# PersistentVolumeClaimCondition
type 클레임의 크기를 늘리는 동안의 상태입니다. 예: Resizing, FileSystemResizePending.

# HorizontalPodAutoscalerCondition
type AbleToScale, ScalingActive, ScalingLimited 가운데 하나입니다.

# JobCondition PersistentVolumeClaimCondition PodCondition
lastProbeTime 이 컨디션을 마지막으로 확인한 시각입니다. 비어 있을 때가 많습니다.

# Condition PodCondition
observedGeneration 이 컨디션을 판단할 때의 metadata.generation입니다.

# LocalObjectReference
name 같은 네임스페이스에 있는 오브젝트의 이름입니다.

# ObjectReference
apiVersion 가리키는 오브젝트의 apiVersion입니다.
fieldPath 오브젝트 가운데 가리키는 부분입니다. 예: spec.containers{nginx}.
kind 가리키는 오브젝트의 종류입니다.
name 가리키는 오브젝트의 이름입니다.
namespace 가리키는 오브젝트의 네임스페이스입니다.
resourceVersion 가리킬 당시 오브젝트의 resourceVersion입니다.
uid 가리키는 오브젝트의 uid입니다.

# TypedLocalObjectReference TypedObjectReference
apiGroup 가리키는 오브젝트의 API 그룹입니다. 버전은 쓰지 않습니다. 코어 그룹이면 쓰지 않습니다.
kind 가리키는 오브젝트의 종류입니다.
name 가리키는 오브젝트의 이름입니다.

# TypedObjectReference
namespace 가리키는 오브젝트의 네임스페이스입니다. 쓰지 않으면 클레임의 네임스페이스입니다.

# CrossVersionObjectReference
apiVersion 가리키는 오브젝트의 apiVersion입니다. 예: apps/v1.
kind 가리키는 오브젝트의 종류입니다.
name 가리키는 오브젝트의 이름입니다.

# SecretReference
name 시크릿의 이름입니다.
namespace 시크릿의 네임스페이스입니다.

# Quantity
= 단위가 붙은 수입니다. CPU는 1이나 500m(CPU 반 개), 메모리와 스토리지는 128Mi, 1Gi(1024 단위) 또는 128M, 1G(1000 단위)처럼 씁니다.

# IntOrString
= 정수, 또는 "25%"나 포트 이름 같은 문자열입니다.
`;
