// Containers: programs, their surroundings, probes, and how they are doing.
export const CONTAINERS = `
# Container EphemeralContainer
args 프로그램에 줄 인수로, 이미지의 CMD를 대신합니다. $(NAME)은 환경 변수의 값으로 바뀝니다.
command 실행할 프로그램으로, 이미지의 ENTRYPOINT를 대신합니다. 셸을 직접 적지 않으면 셸을 거치지 않습니다.
env 컨테이너의 환경 변수입니다.
envFrom 항목 전체를 환경 변수로 쓸 컨피그맵과 시크릿입니다. 같은 이름이 env에 있으면 env가 우선합니다.
image 실행할 이미지입니다. 예: nginx:1.27. 태그가 없으면 latest입니다.
imagePullPolicy Always는 시작할 때마다 레지스트리에 묻고, IfNotPresent는 없을 때만 받고, Never는 받지 않습니다. 기본값: 태그가 없거나 latest이면 Always, 아니면 IfNotPresent.
lifecycle 시작한 직후와 멈추기 직전에 할 일입니다.
livenessProbe 컨테이너가 아직 제대로 동작하는지 묻습니다. failureThreshold번 실패하면 멈추고, restartPolicy에 따라 다시 시작합니다.
name 컨테이너의 이름으로, 파드 안에서 겹칠 수 없습니다. kubectl logs와 exec의 -c에 씁니다. 바꿀 수 없습니다.
ports 컨테이너가 여는 포트입니다. 알려 주고 이름을 붙이기 위한 것이며, 쓰지 않은 포트도 열려 있습니다.
readinessProbe 컨테이너가 일할 수 있는지 묻습니다. 그렇지 않은 동안에는 파드가 준비되지 않은 상태이며 서비스가 요청을 보내지 않습니다. 다시 시작하지는 않습니다.
resizePolicy CPU나 메모리를 바꿀 때 컨테이너를 다시 시작할지 정합니다.
resources 쓸 수 있는 CPU와 메모리의 양입니다.
restartPolicy 초기화 컨테이너에 Always를 쓰면 사이드카가 됩니다. 다른 컨테이너에서는 파드의 restartPolicy를 대신하는 Always, OnFailure, Never입니다.
restartPolicyRules restartPolicy와 상관없이 컨테이너를 다시 시작할 종료 코드입니다. 처음으로 맞는 규칙이 적용됩니다.
securityContext 컨테이너를 어떤 사용자와 권한으로 실행할지 정합니다. 파드에 쓴 것보다 우선합니다.
startupProbe 컨테이너가 다 시작되었는지 묻습니다. 성공할 때까지 다른 프로브는 실행되지 않고, failureThreshold번 실패하면 컨테이너를 다시 시작합니다.
stdin kubectl attach나 run -i를 위해 입력을 열어 둘지 정합니다. 기본값: false.
stdinOnce 첫 클라이언트가 떠나면 입력을 닫을지 정합니다. 기본값: false.
terminationMessagePath 이 파일의 내용이 끝난 컨테이너의 message가 됩니다. 기본값: /dev/termination-log.
terminationMessagePolicy File(기본값)은 그 파일에서 메시지를 가져옵니다. FallbackToLogsOnError는 컨테이너가 실패했는데 파일이 비어 있으면 로그의 끝을 가져옵니다.
tty 컨테이너에 터미널을 줄지 정합니다. stdin이 필요합니다. 기본값: false.
volumeDevices 컨테이너에 블록 장치로 보이는 볼륨입니다.
volumeMounts 파드의 볼륨을 컨테이너의 어디에 둘지 정합니다.
workingDir 프로그램이 시작하는 디렉터리입니다. 쓰지 않으면 이미지에 정해진 디렉터리입니다.

# EphemeralContainer
targetContainerName 프로세스를 들여다볼 컨테이너입니다.

# EnvVar
name 변수의 이름입니다.
value 변수의 값인 문자열입니다. 숫자나 true, false는 따옴표로 감싸야 합니다. $(NAME)은 앞에서 정의한 변수의 값으로 바뀝니다. 기본값: 빈 문자열.
valueFrom 값을 가져올 곳입니다. value와 함께 쓸 수 없습니다.

# EnvVarSource
configMapKeyRef 컨피그맵의 항목입니다. 컨테이너가 시작할 때 읽으며, 나중에 바꾼 것은 전해지지 않습니다.
fieldRef 파드 자신의 필드입니다. 예: metadata.name, status.podIP.
fileKeyRef 볼륨에 있는 파일의 항목입니다.
resourceFieldRef 컨테이너의 requests나 limits 값입니다.
secretKeyRef 시크릿의 항목입니다. 컨테이너가 시작할 때 읽으며, 나중에 바꾼 것은 전해지지 않습니다.

# EnvFromSource
configMapRef 컨피그맵입니다.
prefix 모든 변수의 이름 앞에 붙습니다.
secretRef 시크릿입니다.

# ConfigMapEnvSource ConfigMapKeySelector ConfigMapProjection ConfigMapVolumeSource
name 파드와 같은 네임스페이스에 있는 컨피그맵의 이름입니다.

# SecretEnvSource SecretKeySelector SecretProjection
name 파드와 같은 네임스페이스에 있는 시크릿의 이름입니다.

# ConfigMapEnvSource ConfigMapKeySelector ConfigMapProjection ConfigMapVolumeSource SecretEnvSource SecretKeySelector SecretProjection SecretVolumeSource
optional true이면 이것이 없어도 파드가 시작합니다. 기본값은 false로, 컨테이너가 기다립니다.

# ConfigMapKeySelector SecretKeySelector
key 항목의 이름입니다.

# FileKeySelector
key 파일에 있는 변수의 이름입니다.
optional true이면 이것이 없어도 파드가 시작합니다. 기본값: false.
path 볼륨 안에서 파일의 경로입니다.
volumeName 파일이 있는 볼륨입니다.

# ObjectFieldSelector
apiVersion fieldPath를 쓴 API의 버전입니다. 기본값: v1.
fieldPath 어느 필드인지 적습니다. metadata.name, metadata.namespace, metadata.labels['…'], spec.nodeName, status.podIP 등입니다.

# ResourceFieldSelector
containerName 컨테이너의 이름입니다. env에서 쓰지 않으면 그 컨테이너 자신입니다. 볼륨에서는 써야 합니다.
divisor 값을 나타낼 단위입니다. 예: 1Mi. 기본값: 1.
resource 어느 값인지 적습니다. limits.cpu, limits.memory, requests.cpu, requests.memory 등입니다.

# ContainerPort
containerPort 포트의 번호로, 1부터 65535까지입니다.
hostIP hostPort를 열 노드의 IP 주소입니다. 쓰지 않으면 모든 주소입니다.
hostPort 이 컨테이너로 이어지는 노드의 포트입니다. 노드마다 한 파드만 가질 수 있으므로 되도록 쓰지 마세요.
name 서비스와 프로브에서 쓸 수 있는 포트의 이름입니다. 소문자, 숫자, -로 15자까지입니다.
protocol TCP(기본값), UDP, SCTP 가운데 하나입니다.

# ResourceRequirements
claims 파드의 resourceClaims 가운데 쓸 것입니다.
limits 쓸 수 있는 최대량입니다. CPU는 넘으면 느려지고, 메모리는 넘으면 강제로 종료됩니다(OOMKilled). 쓰지 않으면 제한이 없습니다.
requests 미리 잡아 두는 양입니다. 그만큼 남은 노드에서만 실행됩니다. 쓰지 않으면 limits와 같고, limits도 없으면 없습니다.

# ResourceClaim
name 파드의 resourceClaims에 있는 클레임의 이름입니다.
request 클레임 가운데 쓸 부분입니다. 쓰지 않으면 전부입니다.

# ContainerResizePolicy
resourceName cpu 또는 memory입니다.
restartPolicy NotRequired(기본값): 실행하는 채로 바꿉니다. RestartContainer: 다시 시작합니다.

# ContainerRestartRule
action Restart, 또는 허용되는 곳에서는 RestartAllContainers입니다.
exitCodes 이 규칙을 적용할 종료 코드입니다.

# ContainerRestartRuleOnExitCodes
operator In: 종료 코드가 values 가운데 하나입니다. NotIn: values에 없습니다.
values 종료 코드입니다.

# Probe
exec 컨테이너 안에서 명령을 실행합니다. 종료 코드가 0이면 성공입니다.
failureThreshold 몇 번 잇달아 실패해야 실패로 볼지 정합니다. 기본값: 3.
grpc gRPC 상태 확인 서비스를 부릅니다.
httpGet HTTP GET 요청을 보냅니다. 응답이 200부터 399까지이면 성공입니다.
initialDelaySeconds 컨테이너가 시작하고 나서 처음 물을 때까지 기다리는 시간(초)입니다. 기본값: 0.
periodSeconds 몇 초마다 물을지 정합니다. 기본값: 10.
successThreshold 실패한 뒤 몇 번 잇달아 성공해야 성공으로 볼지 정합니다. 기본값: 1. 활성 프로브와 스타트업 프로브에서는 늘 1입니다.
tcpSocket TCP 연결을 엽니다. 열리면 성공입니다.
terminationGracePeriodSeconds 이 프로브가 실패했을 때 컨테이너가 멈추기까지 주어진 시간(초)입니다. 쓰지 않으면 파드의 값입니다. 준비성 프로브에는 쓸 수 없습니다.
timeoutSeconds 몇 초 동안 응답이 없으면 실패로 볼지 정합니다. 기본값: 1.

# ExecAction
command 실행할 프로그램과 인수입니다. 셸을 직접 적지 않으면 셸을 거치지 않습니다.

# HTTPGetAction
host 요청을 보낼 호스트입니다. 쓰지 않으면 파드의 IP 주소입니다.
httpHeaders 요청에 넣을 헤더입니다.
path 요청할 경로입니다. 기본값: /.
port 요청을 보낼 포트로, 번호나 컨테이너 포트의 이름입니다.
scheme HTTP(기본값) 또는 HTTPS입니다.

# HTTPHeader
name 헤더의 이름입니다.
value 헤더의 값입니다.

# TCPSocketAction
host 연결할 호스트입니다. 쓰지 않으면 파드의 IP 주소입니다.
port 연결할 포트로, 번호나 컨테이너 포트의 이름입니다.

# GRPCAction
port 포트의 번호입니다.
service 상태를 물을 서비스의 이름입니다. 기본값은 빈 문자열로, 서버 전체를 뜻합니다.

# Lifecycle
postStart 컨테이너가 만들어진 직후 프로그램과 나란히 하는 일입니다. 실패하면 컨테이너를 강제로 종료합니다.
preStop SIGTERM을 보내기 전에 하는 일입니다. 걸린 시간은 terminationGracePeriodSeconds에 포함됩니다.
stopSignal 컨테이너를 멈출 때 보내는 시그널입니다. 기능 게이트가 꺼져 있어 버려지므로, 이미지에 정해진 시그널, 그것도 없으면 SIGTERM을 받습니다.

# LifecycleHandler
exec 컨테이너 안에서 명령을 실행합니다.
httpGet 컨테이너에 HTTP GET 요청을 보냅니다.
sleep 정한 시간만큼 기다립니다.
tcpSocket 아무 효과가 없습니다. 예전 매니페스트를 위해 남아 있습니다.

# SleepAction
seconds 기다릴 시간(초)입니다.

# ContainerStatus
allocatedResources 컨테이너를 위해 노드에 잡아 둔 양입니다.
allocatedResourcesStatus 컨테이너가 쓰는 장치의 상태입니다.
containerID 어느 컨테이너인지 containerd://와 긴 숫자로 나타냅니다. 다시 시작할 때마다 바뀝니다.
image 실행 중인 이미지입니다.
imageID 실행 중인 이미지를 다이제스트로 나타낸 것입니다.
lastState 컨테이너가 지난번에 어떻게 끝났는지 나타냅니다. 끝난 적이 없으면 비어 있습니다.
name 컨테이너의 이름입니다.
ready 컨테이너가 준비되었는지 나타냅니다. 준비성 프로브가 성공하거나, 프로브 없이 실행 중이면 true입니다.
resources 적용 중인 CPU와 메모리입니다.
restartCount 컨테이너를 다시 시작한 횟수입니다.
started 스타트업 프로브가 성공했는지 나타냅니다. 프로브가 없으면 컨테이너가 실행 중인지를 나타냅니다.
state 컨테이너의 지금 상태로, waiting, running, terminated 가운데 하나입니다.
stopSignal 컨테이너를 멈출 때 보내는 시그널입니다.
user 첫 프로세스를 실행하는 사용자입니다.
volumeMounts 컨테이너에 마운트된 것입니다.

# ContainerState
running 실행 중입니다.
terminated 끝났습니다.
waiting 아직 (다시) 시작하지 않았습니다.

# ContainerStateRunning
startedAt 시작한 시각입니다.

# ContainerStateTerminated
containerID 어느 컨테이너였는지 나타냅니다.
exitCode 프로그램의 종료 코드입니다. 0은 성공, 128 + n은 시그널 n으로 끝났다는 뜻입니다(137은 SIGKILL, 143은 SIGTERM).
finishedAt 끝난 시각입니다.
message 종료 메시지로 남긴 내용이거나, 시작하지 못한 까닭입니다.
reason Completed, Error, OOMKilled, StartError 등입니다.
signal 컨테이너를 끝낸 시그널입니다. 런타임이 알려 줄 때만 있습니다.
startedAt 시작한 시각입니다.

# ContainerStateWaiting
message 자세한 설명입니다.
reason ContainerCreating, PodInitializing, ErrImagePull, ImagePullBackOff, CrashLoopBackOff 등입니다.

# ContainerUser
linux 리눅스에서의 사용자와 그룹입니다.

# LinuxContainerUser
gid 그룹의 번호입니다.
supplementalGroups 다른 그룹의 번호입니다.
uid 사용자의 번호입니다.

# ResourceStatus
name 리소스의 이름입니다.
resources 각 장치의 상태입니다.

# ResourceHealth
health Healthy, Unhealthy, Unknown 가운데 하나입니다.
message 자세한 설명입니다.
resourceID 어느 장치인지 나타냅니다.
`;
