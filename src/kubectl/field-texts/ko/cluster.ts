// Nodes, namespaces, configuration, limits, and what the cluster notes down.
export const CLUSTER = `
# Node
= 파드를 실행하는 머신입니다. 이 오브젝트는 그 머신의 kubelet이 만듭니다.

# NodeSpec
configSource 더는 쓰지 않습니다.
externalID 더는 쓰지 않습니다.
podCIDR 이 노드의 파드가 받는 IP 주소의 범위입니다.
podCIDRs 이 노드의 파드가 받는 IP 주소의 범위로, IP 패밀리마다 하나씩입니다.
providerID 클라우드가 이 머신을 부르는 이름입니다.
taints 용인하지 않는 파드를 막거나 내보내는 표시입니다.
unschedulable true이면 새 파드가 오지 않습니다. kubectl cordon이 설정합니다. 기본값: false.

# NodeStatus
addresses 노드의 IP 주소와 이름입니다.
allocatable 파드가 쓸 수 있는 양입니다. capacity에서 시스템의 몫을 뺀 것입니다.
capacity 머신에 있는 CPU와 메모리, 파드를 둘 수 있는 자리의 양입니다.
conditions Ready를 비롯한 노드의 상태입니다. kubelet의 소식이 40~50초 동안 없으면 Ready가 Unknown이 됩니다.
config 더는 쓰지 않습니다.
daemonEndpoints kubelet의 포트입니다.
declaredFeatures 노드에 있다고 알린 기능입니다.
features 컨테이너 런타임이 할 수 있는 일입니다.
images 노드에 있는 이미지입니다.
nodeInfo 소프트웨어의 버전입니다.
phase 더는 쓰지 않습니다.
runtimeHandlers 노드에서 컨테이너를 실행하는 방식들입니다.
volumesAttached 붙어 있는 볼륨입니다.
volumesInUse 붙어 있고 마운트된 볼륨입니다.

# NodeAddress
address 주소입니다.
type InternalIP, ExternalIP, Hostname 등입니다.

# NodeDaemonEndpoints
kubeletEndpoint kubelet이 요청을 받는 곳입니다.

# DaemonEndpoint
Port 포트의 번호입니다.

# NodeSystemInfo
architecture 프로세서의 종류입니다. 예: amd64.
bootID 머신이 시작할 때마다 바뀌는 값입니다.
containerRuntimeVersion 컨테이너 런타임과 그 버전입니다.
kernelVersion 커널의 버전입니다.
kubeProxyVersion 이제는 제대로 채워지지 않습니다.
kubeletVersion kubelet의 버전입니다.
machineID 이 머신을 다른 모든 머신과 구별하는 값입니다.
operatingSystem linux 또는 windows입니다.
osImage 운영 체제의 이름입니다.
swap 스왑 공간의 정보입니다.
systemUUID 펌웨어에 있는 머신의 고유 번호입니다.

# NodeSwapStatus
capacity 스왑 공간의 크기(바이트)입니다.

# ContainerImage
names 이미지의 이름입니다.
sizeBytes 이미지의 크기(바이트)입니다.

# AttachedVolume
devicePath 노드에서 볼륨이 있는 경로입니다.
name 볼륨의 이름입니다.

# NodeRuntimeHandler
features 할 수 있는 일입니다.
name 이름입니다. 기본 방식이면 비어 있습니다.

# NodeRuntimeHandlerFeatures
recursiveReadOnlyMounts 읽기 전용 마운트의 아래도 읽기 전용으로 할 수 있는지 나타냅니다.
userNamespaces 파드가 자기만의 사용자를 가질 수 있는지 나타냅니다.

# NodeFeatures
supplementalGroupsPolicy 런타임이 supplementalGroupsPolicy를 아는지 나타냅니다.

# Namespace
= 클러스터를 나누어 저마다 따로 이름을 쓰게 한 공간입니다. 삭제하면 안에 있는 것도 모두 삭제됩니다.

# NamespaceSpec
finalizers 네임스페이스가 사라지기 전에 끝내야 할 일입니다. kubernetes는 안을 비우는 일을 뜻합니다.

# NamespaceStatus
phase Active, 또는 비우는 중인 Terminating입니다.

# ConfigMap
= 비밀이 아닌 설정을 이름과 문자열로 담습니다. 파드가 환경 변수나 파일로 읽습니다. 1 MiB까지 담을 수 있습니다.
binaryData 문자열이 아닌 항목을 base64로 적습니다.
data 항목들입니다. 값은 문자열이므로 숫자나 true, false는 따옴표로 감싸야 합니다.

# Secret
= 암호나 키 같은 것을 담습니다. 컨피그맵과 비슷하지만 base64로 적습니다. base64는 암호화가 아닙니다.
data 항목들로, 값을 base64로 적습니다.
stringData 값을 그대로 적는 항목입니다. API 서버가 data에 넣고 여기서는 지웁니다.
type 용도입니다. 예: kubernetes.io/tls. 용도에 따라 있어야 하는 항목이 정해집니다. 기본값: Opaque. 바꿀 수 없습니다.

# ConfigMap Secret
immutable true이면 항목을 더는 바꿀 수 없고, 이 값도 되돌릴 수 없습니다. 기본값: false.

# ServiceAccount
= 파드가 API를 부를 때 쓰는 이름입니다. 네임스페이스마다 default가 하나 있습니다.
automountServiceAccountToken 이것을 쓰는 파드에 토큰을 줄지 정합니다. 파드에 적은 값이 우선합니다. 기본값: true.
imagePullSecrets 이것을 쓰는 파드에 더해질, 레지스트리의 암호를 담은 시크릿입니다.
secrets 이것을 쓰는 파드가 쓸 수 있는 시크릿입니다. 예전 방식으로, 토큰은 더는 여기에 두지 않습니다.

# ResourceQuota
= 네임스페이스가 얼마나 쓰고 담을 수 있는지 제한합니다. 한도를 넘는 것은 만들 때 거부됩니다.

# ResourceQuotaSpec
hard 최대량입니다. 예: pods: "10", requests.cpu: "4".
scopeSelector 이 조건에 맞는 것만 셉니다.
scopes BestEffort처럼 여기 적은 범위에 모두 드는 오브젝트만 셉니다.

# ResourceQuotaStatus
hard 적용 중인 한도입니다.
used 그 가운데 쓴 양입니다.

# ScopeSelector
matchExpressions 조건입니다. 모두 만족해야 합니다.

# ScopedResourceSelectorRequirement
operator In, NotIn, Exists, DoesNotExist 가운데 하나입니다.
scopeName 오브젝트의 범위입니다. 예: PriorityClass.
values 비교할 값입니다. In과 NotIn에는 하나 이상 있어야 하고, 나머지에는 없어야 합니다.

# LimitRange
= 네임스페이스의 컨테이너에 requests와 limits가 없으면 넣어 주고, 너무 작거나 큰 것은 거부합니다.

# LimitRangeSpec
limits 컨테이너, 파드, 클레임에 대한 규칙입니다.

# LimitRangeItem
default limits가 없는 컨테이너에 넣을 값입니다.
defaultRequest requests가 없는 컨테이너에 넣을 값입니다.
max 허용하는 최댓값입니다.
maxLimitRequestRatio limits가 requests의 몇 배까지 되어도 되는지 정합니다.
min 허용하는 최솟값입니다.
type Container, Pod, PersistentVolumeClaim 가운데 하나입니다.

# Event
= 오브젝트에 일어난 일입니다. 한 시간이 지나면 사라집니다.
action 무엇을 했는지 나타냅니다. 거의 채워지지 않습니다.
count 일어난 횟수입니다.
eventTime 일어난 시각을 마이크로초까지 적은 것입니다. 비어 있을 때가 많습니다.
firstTimestamp 처음 일어난 시각입니다.
involvedObject 일이 일어난 오브젝트입니다.
lastTimestamp 마지막으로 일어난 시각입니다.
message 일어난 일을 사람이 읽게 적은 것입니다.
reason 일어난 일을 나타내는 한 단어입니다. 예: FailedScheduling.
related 관련된 다른 오브젝트입니다.
reportingComponent 알린 쪽입니다.
reportingInstance 그 가운데 어느 것이 알렸는지 나타냅니다. 예: kubelet이 있는 노드.
series 일이 얼마나 되풀이되는지 나타냅니다.
source 누가 어느 노드에서 알렸는지 나타냅니다.
type Normal 또는 Warning입니다.

# EventSource
component 알린 쪽입니다. 예: kubelet.
host 알린 노드입니다.

# EventSeries
count 일어난 횟수입니다.
lastObservedTime 마지막으로 일어난 시각입니다.

# Lease
= 되풀이해서 갱신되는, 살아 있다는 신호입니다. kubelet마다 kube-node-lease에 하나씩 있습니다.

# LeaseSpec
acquireTime 지금의 소유자가 가져간 시각입니다.
holderIdentity 가지고 있는 쪽입니다.
leaseDurationSeconds 몇 초 동안 갱신되지 않으면 다른 쪽이 가져가도 되는지 정합니다.
leaseTransitions 소유자가 바뀐 횟수입니다.
preferredHolder 다음에 가져야 할 쪽입니다.
renewTime 소유자가 마지막으로 갱신한 시각입니다.
strategy 다음 소유자를 고르는 방법입니다.
`;
