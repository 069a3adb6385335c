// Which node a pod comes to: affinity, taints, spreading, priority.
export const SCHEDULING = `
# Affinity
nodeAffinity 노드가 어떠해야 하는지 레이블로 정합니다.
podAffinity 가까이 두고 싶은 파드입니다.
podAntiAffinity 멀리 두고 싶은 파드입니다.

# NodeAffinity PodAffinity PodAntiAffinity
preferredDuringSchedulingIgnoredDuringExecution 가중치가 있는 바람입니다. 가장 많이 들어맞는 노드를 고릅니다.
requiredDuringSchedulingIgnoredDuringExecution 노드를 고를 때 반드시 만족해야 하는 조건입니다. 실행 중인 파드는 나중에 어긋나도 그대로 둡니다.

# NodeSelector
nodeSelectorTerms 이 가운데 하나만 만족하면 되는 조건입니다.

# NodeSelectorTerm
matchExpressions 노드의 레이블에 대한 조건입니다. 모두 만족해야 합니다.
matchFields 노드의 필드에 대한 조건입니다. metadata.name만 쓸 수 있습니다.

# NodeSelectorRequirement
key 레이블이나 필드의 이름입니다.
operator In, NotIn, Exists, DoesNotExist, Gt, Lt 가운데 하나입니다.
values 비교할 값입니다. Exists와 DoesNotExist에는 쓰지 않고, Gt와 Lt에는 숫자 하나를 씁니다.

# PreferredSchedulingTerm
preference 노드가 어떠하면 좋은지 정합니다.
weight 얼마나 바라는지 1부터 100까지의 가중치로 나타냅니다.

# WeightedPodAffinityTerm
podAffinityTerm 어떤 파드와 얼마나 가까운지 정합니다.
weight 얼마나 바라는지 1부터 100까지의 가중치로 나타냅니다.

# PodAffinityTerm
labelSelector 대상이 되는 파드입니다. 쓰지 않으면 없습니다.
matchLabelKeys 이 파드의 값을 labelSelector에 더할 레이블입니다. 예: pod-template-hash.
mismatchLabelKeys 이 파드의 값을 labelSelector에서 뺄 레이블입니다.
namespaceSelector 찾아볼 네임스페이스를 레이블로 고릅니다. {}이면 모두입니다.
namespaces 찾아볼 네임스페이스입니다. namespaceSelector도 쓰지 않으면 파드의 네임스페이스입니다.
topologyKey 무엇을 가깝다고 볼지 정하는 노드의 레이블입니다. 같은 노드는 kubernetes.io/hostname, 같은 영역은 topology.kubernetes.io/zone입니다.

# TopologySpreadConstraint
labelSelector 수를 셀 파드입니다.
matchLabelKeys 이 파드의 값을 labelSelector에 더할 레이블입니다. 예: pod-template-hash.
maxSkew 파드가 가장 많은 곳과 가장 적은 곳의 차이가 얼마까지 되어도 되는지 정합니다.
minDomains 적어도 몇 곳이 있어야 하는지 정합니다. 모자라면 가장 적은 곳을 0으로 봅니다. 기본값: 1.
nodeAffinityPolicy 파드의 nodeSelector와 어피니티에 맞는 노드만 셀지 정합니다. Honor(기본값) 또는 Ignore.
nodeTaintsPolicy 파드가 테인트를 용인하는 노드만 셀지 정합니다. Honor 또는 Ignore(기본값).
topologyKey 장소를 구별하는 노드의 레이블입니다. 예: kubernetes.io/hostname.
whenUnsatisfiable DoNotSchedule: 파드가 기다립니다. ScheduleAnyway: 가장 나은 노드로 갑니다.

# Taint
effect NoSchedule은 새 파드를 막고, PreferNoSchedule은 되도록 막으며, NoExecute는 실행 중인 파드도 축출합니다.
key 테인트의 이름입니다.
timeAdded 테인트가 더해진 시각입니다.
value 테인트의 값입니다.

# Toleration
effect 용인할 효과입니다. 쓰지 않으면 모든 효과입니다.
key 용인할 테인트입니다. operator가 Exists일 때 쓰지 않으면 모든 테인트입니다.
operator Equal(기본값): 값이 같아야 합니다. Exists: 값은 상관없습니다. Gt와 Lt는 기능이 켜져 있을 때 숫자를 비교합니다.
tolerationSeconds NoExecute 테인트가 생긴 뒤 파드가 몇 초 동안 남을지 정합니다. 쓰지 않으면 계속 남습니다.
value 용인할 값입니다. Exists이면 쓰지 않습니다.

# PriorityClass
= 파드가 얼마나 중요한지를 수로 정합니다. 큰 쪽이 먼저이고, 다른 파드를 내보낼 수 있습니다.
description 이 클래스의 용도입니다.
globalDefault 클래스를 적지 않은 파드가 이 클래스를 쓸지 정합니다. 한 클래스만 그럴 수 있습니다. 기본값: false.
preemptionPolicy PreemptLowerPriority(기본값): 우선순위가 낮은 파드를 내보낼 수 있습니다. Never: 내보내지 않습니다.
value 우선순위입니다. 클수록 중요합니다. 직접 만드는 클래스에는 1000000000까지 쓸 수 있습니다. 바꿀 수 없습니다.
`;
