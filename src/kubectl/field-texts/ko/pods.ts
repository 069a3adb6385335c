// Pods: what they are asked to be, and what they are.
export const PODS = `
# Pod
= 한 노드에서 함께 실행되며 IP 주소와 볼륨을 공유하는 하나 이상의 컨테이너입니다. 쿠버네티스가 실행하는 가장 작은 단위입니다.

# PodTemplateSpec
metadata 파드의 레이블과 어노테이션입니다. 레이블은 파드를 만드는 쪽의 셀렉터와 맞아야 합니다.
spec 파드의 내용입니다. Pod의 spec과 같습니다.

# PodSpec
activeDeadlineSeconds 파드가 활성 상태로 있을 수 있는 시간(초)입니다. 지나면 종료되고 실패(DeadlineExceeded)로 끝납니다. 쓰지 않으면 제한이 없습니다.
affinity 어떤 노드에서, 어떤 파드와 가까이 실행할지에 대한 바람과 조건입니다.
automountServiceAccountToken 컨테이너에 API 토큰을 마운트할지 정합니다. 기본값: true.
containers 컨테이너 목록으로, 하나 이상 있어야 합니다. 파드의 네트워크와 볼륨을 공유합니다. 나중에 더하거나 뺄 수 없습니다.
dnsConfig dnsPolicy가 주는 것에 더하거나 그 대신 쓸 DNS 서버, 검색 도메인, 옵션입니다.
dnsPolicy ClusterFirst(기본값): 클러스터의 DNS를 씁니다. ClusterFirstWithHostNet: hostNetwork일 때도 그렇습니다. Default: 노드의 DNS를 씁니다. None: dnsConfig만 씁니다.
enableServiceLinks 네임스페이스의 서비스를 NGINX_SERVICE_HOST 같은 환경 변수로 알려 줄지 정합니다. 기본값: true.
ephemeralContainers 이미 실행 중인 파드를 들여다보려고 추가하는 컨테이너입니다. kubectl debug가 추가하며, 매니페스트에는 쓸 수 없습니다.
hostAliases 모든 컨테이너의 /etc/hosts에 넣을 줄입니다.
hostIPC 노드의 프로세스 간 통신(IPC)을 함께 쓸지 정합니다. 기본값: false.
hostNetwork 노드의 네트워크를 그대로 쓸지 정합니다. IP 주소가 노드의 것이 되고, 포트는 노드마다 하나뿐입니다. 기본값: false.
hostPID 노드의 프로세스를 볼 수 있게 할지 정합니다. 기본값: false.
hostUsers false이면 파드가 자기만의 사용자를 가져, 컨테이너의 root가 노드에서는 아무 권한이 없습니다. 기본값: true.
hostname 파드의 호스트네임입니다. 쓰지 않으면 파드의 이름입니다. 스테이트풀셋이 채워 넣습니다.
hostnameOverride hostname과 subdomain에 상관없이 파드 안에서 쓸 호스트네임입니다. DNS에는 영향을 주지 않습니다.
imagePullSecrets 이미지를 받아 올 레지스트리의 암호를 담은 시크릿입니다.
initContainers 다른 컨테이너보다 먼저 하나씩 차례로 실행되는 컨테이너로, 저마다 성공해야 합니다. restartPolicy: Always이면 사이드카로서 함께 계속 실행됩니다.
nodeName 파드가 실행되는 노드입니다. 스케줄러가 채워 넣습니다. 직접 쓰면 스케줄러를 거치지 않습니다.
nodeSelector 노드에 있어야 하는 레이블입니다. 모두 있어야 파드가 그 노드에서 실행됩니다.
os 파드가 실행될 운영 체제입니다.
overhead 컨테이너 말고 파드를 실행하는 데 드는 자원입니다. RuntimeClass에서 옵니다.
preemptionPolicy PreemptLowerPriority(기본값): 우선순위가 낮은 파드를 내보낼 수 있습니다. Never: 대기열 앞쪽에서 차례를 기다립니다.
priority 파드가 얼마나 중요한지 나타내는 수입니다. priorityClassName에서 오며, 없으면 0입니다.
priorityClassName 파드의 우선순위를 정하는 프라이어리티클래스입니다. 쓰지 않으면 기본 클래스가 있을 때 그것을 씁니다.
readinessGates 파드가 준비되려면 True여야 하는 추가 컨디션입니다. 파드 밖의 무언가가 설정합니다.
resourceClaims 파드가 클레임으로 요청하는 장치입니다.
resources 모든 컨테이너가 함께 쓸 CPU와 메모리입니다. 쓰지 않으면 컨테이너별 값의 합입니다.
restartPolicy 끝난 컨테이너를 같은 파드 안에서 다시 시작할지 정합니다. Always(기본값), OnFailure(종료 코드가 0이 아닐 때), Never.
runtimeClassName 컨테이너를 실행할 방식을 정하는 RuntimeClass입니다. 쓰지 않으면 노드의 기본 방식입니다.
schedulerName 파드가 실행될 노드를 찾을 스케줄러입니다. 기본값: default-scheduler.
schedulingGates 하나라도 있는 동안에는 노드를 찾지 않습니다(SchedulingGated). 뺄 수는 있지만 더할 수는 없습니다.
schedulingGroup 함께 스케줄링할 파드의 그룹입니다. 기능 게이트가 꺼져 있어 버려집니다.
securityContext 모든 컨테이너를 어떤 사용자와 권한으로 실행할지 정합니다. 컨테이너에 따로 쓴 것이 우선합니다.
serviceAccount serviceAccountName의 예전 이름입니다. 같은 값으로 채워집니다.
serviceAccountName 파드가 API를 부를 때 쓰는 서비스어카운트입니다. 기본값: default.
setHostnameAsFQDN 호스트네임을 전체 도메인 이름으로 할지 정합니다. 기본값: false.
shareProcessNamespace 컨테이너끼리 서로의 프로세스를 볼 수 있게 할지 정합니다. 기본값: false.
subdomain 파드가 hostname.subdomain이라는 이름을 얻을 도메인의 헤드리스 서비스입니다. 스테이트풀셋이 serviceName으로 채워 넣습니다.
terminationGracePeriodSeconds 파드를 종료할 때 SIGTERM부터 SIGKILL까지 기다리는 시간(초)입니다. 기본값: 30.
tolerations 이 파드를 막지 못하는 노드의 테인트입니다. 연결이 끊긴 노드에 대한 것 두 개(300초)가 더해집니다.
topologySpreadConstraints 파드를 노드나 영역 등에 얼마나 고르게 퍼뜨릴지 정합니다.
volumes 컨테이너가 마운트할 수 있는 볼륨입니다.

# PodStatus
allocatedResources 파드 전체를 위해 노드에 잡아 둔 CPU와 메모리입니다.
conditions Ready, PodScheduled처럼 파드에 대해 알아낸 것을 저마다 True, False, Unknown으로 적은 목록입니다.
containerStatuses 각 컨테이너의 상태입니다.
ephemeralContainerStatuses 각 임시 컨테이너의 상태입니다.
extendedResourceClaimStatus 파드의 확장 리소스를 위해 만든 클레임입니다.
hostIP 노드의 IP 주소입니다.
hostIPs 노드의 IP 주소로, IP 패밀리마다 하나씩입니다.
initContainerStatuses 각 초기화 컨테이너의 상태입니다.
message 파드가 왜 그런 상태인지에 대한 자세한 설명입니다.
nodeAllocatableResourceClaimStatuses 파드의 클레임이 노드의 CPU와 메모리에서 차지하는 양입니다.
nominatedNodeName 이 파드를 위해 다른 파드가 자리를 비우고 있는 노드입니다. 다른 노드로 갈 수도 있습니다.
observedGeneration 이 상태가 어느 metadata.generation에 대한 것인지 나타냅니다.
phase Pending(노드가 없거나 아직 다 시작되지 않음), Running, Succeeded나 Failed(모두 끝남), Unknown. CrashLoopBackOff는 단계가 아니라 컨테이너의 reason입니다.
podIP 파드의 IP 주소입니다. 대신하는 파드는 다른 주소를 받습니다.
podIPs 파드의 IP 주소로, IP 패밀리마다 하나씩입니다.
qosClass 컨테이너의 requests와 limits에 따라 Guaranteed, Burstable, BestEffort로 나뉩니다. 노드의 자원이 모자랄 때 누가 먼저 나갈지를 좌우합니다.
reason 파드가 왜 그런 상태인지 나타내는 한 단어입니다. 예: Evicted.
resize CPU나 메모리 변경이 어디까지 진행되었는지 나타냅니다. 이제는 conditions가 대신합니다.
resourceClaimStatuses 파드를 위해 만든 클레임입니다.
resources 파드 전체에 적용 중인 CPU와 메모리입니다.
startTime kubelet이 파드를 처음 확인한 시각입니다. 이미지는 그 뒤에 받아 옵니다.

# HostIP PodIP
ip IP 주소입니다.

# HostAlias
hostnames 그 IP 주소의 이름입니다.
ip IP 주소로, 줄의 첫 단어가 됩니다.

# PodDNSConfig
nameservers DNS 서버의 IP 주소입니다. 3개까지 쓸 수 있습니다.
options resolv.conf의 옵션입니다. 예: ndots.
searches 짧은 이름을 찾아볼 도메인입니다.

# PodDNSConfigOption
name 옵션의 이름입니다.
value 옵션의 값입니다. 값이 없는 옵션도 있습니다.

# PodOS
name linux 또는 windows입니다.

# PodReadinessGate
conditionType 컨디션의 종류입니다.

# PodSchedulingGate
name 게이트의 이름입니다.

# PodSchedulingGroup
podGroupName 파드가 속한 PodGroup입니다.

# PodResourceClaim
name 컨테이너가 이 클레임을 부르는 이름입니다.
resourceClaimName 이미 있는 ResourceClaim입니다.
resourceClaimTemplateName 파드만의 ResourceClaim을 만들 템플릿입니다.

# PodResourceClaimStatus
name 파드가 이 클레임을 부르는 이름입니다.
resourceClaimName 만들어진 ResourceClaim입니다.

# PodSecurityContext SecurityContext
appArmorProfile 컨테이너의 AppArmor 프로파일입니다.
runAsGroup 프로세스를 실행할 그룹의 번호입니다. 쓰지 않으면 이미지에 정해진 그룹입니다.
runAsNonRoot true이면 root(사용자 0)로 실행될 컨테이너를 시작하지 않습니다.
runAsUser 프로세스를 실행할 사용자의 번호입니다. 쓰지 않으면 이미지에 정해진 사용자입니다.
seLinuxOptions 컨테이너의 SELinux 레이블입니다.
seccompProfile 어떤 시스템 콜을 허용할지 정합니다.
windowsOptions 윈도우 컨테이너를 위한 설정입니다.

# PodSecurityContext
fsGroup 모든 프로세스가 속하고, 대부분의 볼륨에서 파일을 소유할 그룹의 번호입니다.
fsGroupChangePolicy Always(기본값): 마운트할 때마다 파일을 fsGroup의 것으로 바꿉니다. OnRootMismatch: 볼륨의 루트가 아직 아닐 때만 바꿉니다.
seLinuxChangePolicy 볼륨에 파드의 SELinux 레이블을 붙이는 방법입니다. Recursive 또는 MountOption.
supplementalGroups 프로세스가 더 속할 그룹의 번호입니다.
supplementalGroupsPolicy Merge(기본값): 이미지의 그룹도 포함합니다. Strict: 여기 적은 그룹만 씁니다.
sysctls 파드에 적용할 커널 설정입니다.

# SecurityContext
allowPrivilegeEscalation 프로세스가 자기를 시작한 프로세스보다 더 많은 권한을 얻어도 되는지 정합니다. 쓰지 않으면 됩니다.
capabilities 컨테이너에 더하거나 뺄 리눅스 캐퍼빌리티입니다.
privileged true이면 컨테이너가 노드의 root가 하는 일을 거의 다 할 수 있습니다. 기본값: false.
procMount /proc을 마운트하는 방법입니다. Default: 일부 경로를 가립니다.
readOnlyRootFilesystem true이면 컨테이너는 볼륨 밖에 쓸 수 없습니다. 기본값: false.

# Capabilities
add 더할 캐퍼빌리티입니다. 예: NET_ADMIN.
drop 뺄 캐퍼빌리티입니다. ALL이면 모두 뺍니다.

# SeccompProfile AppArmorProfile
localhostProfile 노드에 있는 프로파일의 이름입니다. type이 Localhost일 때만 씁니다.
type RuntimeDefault, Unconfined, Localhost 가운데 하나입니다.

# SELinuxOptions
level SELinux 레벨입니다.
role SELinux 역할입니다.
type SELinux 타입입니다.
user SELinux 사용자입니다.

# Sysctl
name 설정의 이름입니다.
value 설정의 값입니다.
`;
