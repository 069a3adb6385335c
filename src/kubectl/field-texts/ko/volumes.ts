// Volumes of pods, claims, and what is behind them.
export const VOLUMES = `
# VolumeMount
mountPath 컨테이너에서 볼륨이 놓일 경로입니다. 이미지에 있던 내용은 가려집니다.
mountPropagation 그 아래의 마운트가 노드로 전해지거나 노드에서 전해지는지 정합니다. 기본값: None.
name 파드의 volumes에 적은 볼륨의 이름입니다.
readOnly 읽기 전용으로 할지 정합니다. 기본값: false.
recursiveReadOnly 그 아래의 마운트도 읽기 전용으로 할지 정합니다. Disabled(기본값), IfPossible, Enabled.
subPath 볼륨 전체 대신 마운트할 파일이나 폴더입니다. 컨피그맵을 바꾸어도 여기에는 전해지지 않습니다.
subPathExpr subPath와 같지만 환경 변수를 $(NAME)으로 쓸 수 있습니다.

# VolumeDevice
devicePath 컨테이너에서 장치가 놓일 경로입니다.
name 파드의 volumes에 적은 볼륨의 이름입니다.

# VolumeMountStatus
mountPath 볼륨이 마운트된 경로입니다.
name 볼륨의 이름입니다.
readOnly 읽기 전용인지 나타냅니다.
recursiveReadOnly 그 아래의 마운트도 읽기 전용인지 나타냅니다.
volumeStatus 볼륨이 이미지일 때 더 자세한 정보입니다.

# VolumeStatus
image 마운트된 이미지입니다.

# ImageVolumeStatus
imageRef 이미지를 다이제스트로 나타낸 것입니다.

# Volume
configMap 컨피그맵의 항목을 파일로 보여 줍니다. 바꾼 내용은 얼마 뒤에 전해집니다.
csi CSI 드라이버가 이 파드만을 위해 만드는 스토리지입니다.
downwardAPI 파드의 필드를 파일로 보여 줍니다.
emptyDir 파드가 노드에 있는 동안의 빈 폴더입니다. 컨테이너가 다시 시작해도 남지만 파드가 사라지면 없어집니다.
ephemeral 이 파드를 위해 만들고 함께 삭제하는 클레임입니다.
gitRepo Git 저장소의 복사본입니다. 꺼져 있어 파드가 시작하지 않습니다.
hostPath 노드의 파일이나 폴더입니다. 다른 노드에서는 내용이 다릅니다.
image 이미지의 파일을 읽기 전용으로 보여 줍니다.
name 파드 안에서 쓰는 볼륨의 이름으로, 겹칠 수 없습니다. volumeMounts에서 이 이름을 씁니다.
nfs NFS 서버의 폴더입니다.
persistentVolumeClaim 같은 네임스페이스에 있는 클레임입니다. 스테이트풀셋은 volumeClaimTemplates의 클레임을 넣어 줍니다.
projected 여러 소스를 한 폴더에 모읍니다. 토큰을 담은 kube-api-access-…도 이것이며, 모든 파드에 더해집니다.
secret 시크릿의 항목을 파일로 보여 줍니다. 메모리에만 둡니다.

# PersistentVolumeSpec Volume
awsElasticBlockStore AWS의 디스크입니다. 예전 방식으로, CSI 드라이버가 대신합니다.
azureDisk Azure의 디스크입니다. 예전 방식으로, CSI 드라이버가 대신합니다.
azureFile Azure의 파일 공유입니다. 예전 방식으로, CSI 드라이버가 대신합니다.
cephfs CephFS 폴더입니다. 더는 지원하지 않습니다.
cinder OpenStack의 디스크입니다. 예전 방식으로, CSI 드라이버가 대신합니다.
fc 파이버 채널 디스크입니다.
flexVolume FlexVolume 드라이버의 볼륨입니다. 예전 방식이므로 CSI를 쓰세요.
flocker Flocker 볼륨입니다. 더는 지원하지 않습니다.
gcePersistentDisk 구글 클라우드의 디스크입니다. 예전 방식으로, CSI 드라이버가 대신합니다.
glusterfs GlusterFS 폴더입니다. 더는 지원하지 않습니다.
iscsi iSCSI 디스크입니다.
photonPersistentDisk Photon 디스크입니다. 더는 지원하지 않습니다.
portworxVolume Portworx 볼륨입니다. 예전 방식으로, CSI 드라이버가 대신합니다.
quobyte Quobyte 볼륨입니다. 더는 지원하지 않습니다.
rbd Ceph 디스크입니다. 더는 지원하지 않습니다.
scaleIO ScaleIO 볼륨입니다. 더는 지원하지 않습니다.
storageos StorageOS 볼륨입니다. 더는 지원하지 않습니다.
vsphereVolume vSphere의 디스크입니다. 예전 방식으로, CSI 드라이버가 대신합니다.

# EmptyDirVolumeSource
medium 비워 두면(기본값) 노드의 디스크를, Memory이면 메모리 파일 시스템을 씁니다. 메모리는 메모리 한도에 포함됩니다.
sizeLimit 담을 수 있는 크기입니다. 넘으면 파드가 축출됩니다. 기본값: 제한 없음.

# HostPathVolumeSource
path 노드에서의 경로입니다.
type 그 자리에 무엇이 있어야 하는지 정합니다. 예: Directory, File. DirectoryOrCreate이면 만듭니다. 기본값은 빈 문자열로, 확인하지 않습니다.

# NFSVolumeSource
path 서버가 내보내는 폴더입니다.
readOnly 읽기 전용으로 할지 정합니다. 기본값: false.
server 서버의 호스트네임이나 IP 주소입니다.

# LocalVolumeSource
fsType 파일 시스템이 없을 때 만들 파일 시스템입니다. path가 장치일 때만 씁니다.
path 노드에 있는 디스크, 파티션 또는 폴더입니다.

# GCEPersistentDiskVolumeSource
fsType 파일 시스템입니다. 예: ext4(기본값).
partition 파티션의 번호입니다. 쓰지 않으면 디스크 전체입니다.
pdName 구글 클라우드에서 디스크의 이름입니다. 이미 있어야 합니다.
readOnly 읽기 전용으로 할지 정합니다. 기본값: false.

# CSIPersistentVolumeSource CSIVolumeSource
driver CSI 드라이버의 이름입니다.
fsType 쓸 파일 시스템입니다. 쓰지 않으면 드라이버가 정합니다.
nodePublishSecretRef 마운트할 때 드라이버가 쓸 시크릿입니다.
readOnly 읽기 전용으로 할지 정합니다. 기본값: false.
volumeAttributes 드라이버에 줄 설정입니다.

# CSIPersistentVolumeSource
controllerExpandSecretRef 볼륨을 늘릴 때 드라이버가 쓸 시크릿입니다.
controllerPublishSecretRef 볼륨을 붙일 때 드라이버가 쓸 시크릿입니다.
nodeExpandSecretRef 노드에서 볼륨을 늘릴 때 드라이버가 쓸 시크릿입니다.
nodeStageSecretRef 노드에서 준비할 때 드라이버가 쓸 시크릿입니다.
volumeHandle 드라이버가 볼륨을 부르는 이름입니다.

# ImageVolumeSource
pullPolicy 컨테이너의 imagePullPolicy처럼 Always, IfNotPresent, Never 가운데 하나입니다.
reference 이미지입니다. 예: registry.k8s.io/e2e:1.

# PersistentVolumeClaimVolumeSource
claimName 클레임의 이름입니다. 파드와 같은 네임스페이스에 있어야 하며, 바인딩될 때까지 파드가 기다립니다.
readOnly 읽기 전용으로 할지 정합니다. 기본값: false.

# EphemeralVolumeSource
volumeClaimTemplate 클레임의 모습입니다.

# PersistentVolumeClaimTemplate
metadata 클레임의 레이블과 어노테이션입니다.
spec 요청할 내용입니다. PersistentVolumeClaim의 spec과 같습니다.

# SecretVolumeSource
secretName 파드와 같은 네임스페이스에 있는 시크릿의 이름입니다.

# ConfigMapVolumeSource SecretVolumeSource ConfigMapProjection SecretProjection
items 어떤 항목을 어느 경로의 파일로 둘지 정합니다. 쓰지 않으면 모든 항목이 자기 이름의 파일이 됩니다.

# ConfigMapVolumeSource DownwardAPIVolumeSource ProjectedVolumeSource SecretVolumeSource
defaultMode 파일의 권한입니다. 0644(기본값)처럼 0으로 시작하는 8진수나 10진수로 씁니다.

# DownwardAPIProjection DownwardAPIVolumeSource
items 파일과, 파일마다 담을 필드입니다.

# KeyToPath
key 항목의 이름입니다.
mode 파일의 권한입니다. 쓰지 않으면 defaultMode를 따릅니다.
path 볼륨 안에서 파일의 경로입니다.

# DownwardAPIVolumeFile
fieldRef 파드의 필드입니다. 예: metadata.labels.
mode 파일의 권한입니다. 쓰지 않으면 defaultMode를 따릅니다.
path 볼륨 안에서 파일의 경로입니다.
resourceFieldRef 컨테이너의 requests나 limits 값입니다.

# ProjectedVolumeSource
sources 폴더에 담을 것들입니다.

# VolumeProjection
clusterTrustBundle 클러스터가 신뢰하는 인증 기관의 인증서입니다.
configMap 컨피그맵의 항목입니다.
downwardAPI 파드의 필드입니다.
podCertificate 파드를 위한 키와 인증서입니다.
secret 시크릿의 항목입니다.
serviceAccountToken 때가 되면 갱신되는 API 토큰입니다.

# ServiceAccountTokenProjection
audience 누구에게 보일 토큰인지 정합니다. 쓰지 않으면 API 서버입니다.
expirationSeconds 토큰이 몇 초 동안 유효한지 정합니다. 그 전에 갱신됩니다. 기본값: 3600. 600 이상이어야 합니다.
path 볼륨 안에서 파일의 경로입니다.

# PersistentVolumeClaim
= 크기와 클래스를 정해 스토리지를 요청합니다. 볼륨을 찾거나 만들면 둘이 바인딩되고, 파드가 쓸 수 있게 됩니다.

# PersistentVolume
= 직접 만들거나 프로비저너가 한 클레임을 위해 만든 스토리지입니다. 어떤 네임스페이스에도 속하지 않습니다.

# PersistentVolumeClaimSpec
dataSource 새 볼륨에 처음부터 담을 내용이 있는 스냅샷이나 클레임입니다.
dataSourceRef dataSource와 같지만 다른 종류도 쓸 수 있습니다.
resources requests.storage에 얼마나 요청할지 적습니다. 클래스가 허용하면 나중에 늘릴 수 있지만, 지금 있는 크기보다 줄일 수는 없습니다.
selector 어떤 볼륨이면 되는지 레이블로 정합니다. 쓰면 볼륨을 새로 프로비저닝하지 않습니다.
storageClassName 볼륨을 만들 클래스입니다. 쓰지 않으면 기본 클래스입니다. 빈 문자열("")이면 클래스 없이 직접 만든 볼륨만 씁니다. 바꿀 수 없습니다.
volumeName 클레임이 바인딩된 볼륨입니다. 자동으로 채워지며, 바로 그 볼륨을 원하면 직접 쓸 수 있습니다.

# PersistentVolumeClaimSpec PersistentVolumeSpec
accessModes ReadWriteOnce(한 노드의 파드들), ReadOnlyMany, ReadWriteMany(여러 노드), ReadWriteOncePod(파드 하나).
volumeAttributesClassName 속도 같은 설정을 담은 VolumeAttributesClass입니다.
volumeMode Filesystem(기본값): 폴더로 마운트합니다. Block: 장치로 넘겨줍니다.

# VolumeResourceRequirements
limits 최대 크기입니다. 거의 쓰지 않습니다.
requests 최소 크기입니다. storage: 1Gi처럼 씁니다.

# PersistentVolumeClaimStatus
accessModes 바인딩된 볼륨의 접근 모드입니다.
allocatedResourceStatuses 크기를 늘리는 일이 어디까지 진행되었는지 나타냅니다.
allocatedResources 늘리려는 크기입니다.
capacity 바인딩된 볼륨의 크기입니다. 요청한 것보다 클 수 있습니다.
currentVolumeAttributesClassName 적용 중인 VolumeAttributesClass입니다.
modifyVolumeStatus VolumeAttributesClass를 바꾸는 일이 어디까지 진행되었는지 나타냅니다.
phase Pending(아직 볼륨이 없음), Bound, Lost(볼륨이 사라짐) 가운데 하나입니다.

# ModifyVolumeStatus
status Pending, InProgress, Infeasible 가운데 하나입니다.
targetVolumeAttributesClassName 바꾸려는 VolumeAttributesClass입니다.

# PersistentVolumeSpec
capacity 크기입니다. storage: 1Gi처럼 씁니다.
claimRef 볼륨이 바인딩된 클레임입니다. 이것이 있으면 그 클레임이 사라진 뒤에도 다른 클레임에 주지 않습니다.
csi CSI 드라이버의 스토리지입니다.
hostPath 노드의 폴더입니다. 노드 하나로 시험해 볼 때 씁니다.
local 노드의 디스크입니다. nodeAffinity가 필요합니다.
mountOptions 마운트 옵션입니다. 예: hard, nfsvers=4.1.
nfs NFS 서버의 폴더입니다.
nodeAffinity 볼륨을 쓸 수 있는 노드입니다. 이 볼륨을 쓰는 파드는 그 노드로만 갑니다.
persistentVolumeReclaimPolicy 클레임이 삭제되면 볼륨을 어떻게 할지 정합니다. Delete: 함께 삭제합니다. Retain: Released 상태로 남깁니다. 기본값: 직접 만들면 Retain, 아니면 클래스를 따릅니다.
storageClassName 볼륨이 속한 클래스입니다. 클레임도 같은 클래스를 적어야 합니다. 쓰지 않으면 없습니다.

# VolumeNodeAffinity
required 노드가 만족해야 하는 조건입니다.

# PersistentVolumeStatus
lastPhaseTransitionTime phase가 마지막으로 바뀐 시각입니다.
message 자세한 설명입니다.
phase Available, Bound, Released(클레임이 사라졌고 새 클레임을 받지 않음), Failed 가운데 하나입니다. 만들어지는 동안에는 Pending입니다.
reason 그렇게 된 까닭을 나타내는 한 단어입니다.

# StorageClass
= 이 클래스를 적은 클레임에 볼륨을 어떻게 만들어 주고 나중에 어떻게 할지 정합니다.
allowVolumeExpansion 클레임이 나중에 크기를 늘려도 되는지 정합니다. 기본값: false.
allowedTopologies 볼륨을 만들 수 있는 영역이나 노드입니다. 쓰지 않으면 어디든 됩니다.
mountOptions 만들 볼륨의 마운트 옵션입니다.
parameters 프로비저너에 줄 설정입니다. 바꿀 수 없습니다.
provisioner 볼륨을 만드는 쪽입니다. kubernetes.io/no-provisioner이면 아무도 만들지 않으므로 직접 만듭니다. 바꿀 수 없습니다.
reclaimPolicy 클레임이 삭제되면 볼륨을 어떻게 할지 정합니다. Delete(기본값) 또는 Retain. 바꿀 수 없습니다.
volumeBindingMode Immediate(기본값): 볼륨을 바로 만듭니다. WaitForFirstConsumer: 파드가 클레임을 쓸 때 그 노드 가까이에 만듭니다. 바꿀 수 없습니다.

# TopologySelectorTerm
matchLabelExpressions 장소의 레이블입니다. 모두 만족해야 합니다.

# TopologySelectorLabelRequirement
key 레이블의 이름입니다.
values 이 가운데 하나가 값이어야 합니다.
`;
