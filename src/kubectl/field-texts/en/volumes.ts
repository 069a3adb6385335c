// Volumes of pods, claims, and what is behind them.
export const VOLUMES = `
# VolumeMount
mountPath Where in the container the volume is found. What the image has there is hidden.
mountPropagation Whether mounts made below reach the node or come from it. Default: None.
name The name of the volume, as in the pod's volumes.
readOnly Whether the container can only read it. Default: false.
recursiveReadOnly Whether mounts below are read-only too: Disabled (default), IfPossible or Enabled.
subPath A file or folder of the volume to mount instead of all of it. Changes of a ConfigMap do not reach it.
subPathExpr The same as subPath, with environment variables as $(NAME).

# VolumeDevice
devicePath Where in the container the device is found.
name The name of the volume, as in the pod's volumes.

# VolumeMountStatus
mountPath Where the volume is mounted.
name The name of the volume.
readOnly Whether it can only be read.
recursiveReadOnly Whether mounts below can only be read.
volumeStatus More about the volume, if it is an image.

# VolumeStatus
image The image that is mounted.

# ImageVolumeStatus
imageRef The image, by its digest.

# Volume
configMap The entries of a ConfigMap as files. Changes of it arrive after a while.
csi Storage that a CSI driver makes for this pod alone.
downwardAPI Fields of the pod as files.
emptyDir An empty folder for as long as the pod is on its node. It outlives restarts of containers, but not the pod.
ephemeral A claim made for this pod and deleted with it.
gitRepo A copy of a Git repository. Switched off: the pod does not start.
hostPath A file or folder of the node. The pod finds other content on another node.
image The files of an image, to be read.
name What the pod calls the volume, once. volumeMounts name it.
nfs A folder of an NFS server.
persistentVolumeClaim A claim of the same namespace, by its name. A StatefulSet adds those of volumeClaimTemplates.
projected Several sources in one folder. kube-api-access-… with the token is one, and is added to every pod.
secret The entries of a Secret as files, kept in memory.

# PersistentVolumeSpec Volume
awsElasticBlockStore A disk of AWS. Old: served by its CSI driver.
azureDisk A disk of Azure. Old: served by its CSI driver.
azureFile A file share of Azure. Old: served by its CSI driver.
cephfs A CephFS folder. No longer supported.
cinder A disk of OpenStack. Old: served by its CSI driver.
fc A Fibre Channel disk.
flexVolume A volume of a FlexVolume driver. Old: use CSI.
flocker A Flocker volume. No longer supported.
gcePersistentDisk A disk of Google Cloud. Old: served by its CSI driver.
glusterfs A GlusterFS folder. No longer supported.
iscsi An iSCSI disk.
photonPersistentDisk A Photon disk. No longer supported.
portworxVolume A Portworx volume. Old: served by its CSI driver.
quobyte A Quobyte volume. No longer supported.
rbd A Ceph disk. No longer supported.
scaleIO A ScaleIO volume. No longer supported.
storageos A StorageOS volume. No longer supported.
vsphereVolume A disk of vSphere. Old: served by its CSI driver.

# EmptyDirVolumeSource
medium Empty (default) for the node's disk, Memory for a file system in memory, which counts against the memory limit.
sizeLimit How much it may hold. Beyond it the pod is evicted. Default: no limit.

# HostPathVolumeSource
path The path on the node.
type What must be there, such as Directory or File; DirectoryOrCreate makes it. Default: empty, which checks nothing.

# NFSVolumeSource
path The folder that the server exports.
readOnly Whether it can only be read. Default: false.
server The host name or IP address of the server.

# LocalVolumeSource
fsType The file system to make if there is none. Only where path is a device.
path The disk, partition or folder on the node.

# GCEPersistentDiskVolumeSource
fsType The file system, such as ext4 (default).
partition The number of the partition. Left out: the whole disk.
pdName The name of the disk in Google Cloud. It must be there.
readOnly Whether it can only be read. Default: false.

# CSIPersistentVolumeSource CSIVolumeSource
driver The name of the CSI driver.
fsType The file system to use. Left out: the driver's choice.
nodePublishSecretRef A Secret for the driver, for mounting.
readOnly Whether it can only be read. Default: false.
volumeAttributes Settings for the driver.

# CSIPersistentVolumeSource
controllerExpandSecretRef A Secret for the driver, for growing the volume.
controllerPublishSecretRef A Secret for the driver, for attaching.
nodeExpandSecretRef A Secret for the driver, for growing the volume on its node.
nodeStageSecretRef A Secret for the driver, for preparing on the node.
volumeHandle What the driver calls the volume.

# ImageVolumeSource
pullPolicy Always, IfNotPresent or Never, as imagePullPolicy of a container.
reference The image, such as registry.k8s.io/e2e:1.

# PersistentVolumeClaimVolumeSource
claimName The name of the claim. It must be in the namespace of the pod; until it is bound, the pod waits.
readOnly Whether it can only be read. Default: false.

# EphemeralVolumeSource
volumeClaimTemplate What the claim looks like.

# PersistentVolumeClaimTemplate
metadata Labels and annotations of the claim.
spec What is asked for: as the spec of a PersistentVolumeClaim.

# SecretVolumeSource
secretName The name of the Secret, in the namespace of the pod.

# ConfigMapVolumeSource SecretVolumeSource ConfigMapProjection SecretProjection
items Which entries become files, and at which paths. Left out: all, each under its own name.

# ConfigMapVolumeSource DownwardAPIVolumeSource ProjectedVolumeSource SecretVolumeSource
defaultMode The permissions of the files: octal with a leading 0, as 0644 (default), or decimal.

# DownwardAPIProjection DownwardAPIVolumeSource
items The files, and the field that each has.

# KeyToPath
key The name of the entry.
mode The permissions of the file. Left out: defaultMode.
path The path of the file in the volume.

# DownwardAPIVolumeFile
fieldRef A field of the pod, such as metadata.labels.
mode The permissions of the file. Left out: defaultMode.
path The path of the file in the volume.
resourceFieldRef A request or limit of a container.

# ProjectedVolumeSource
sources What the folder is made of.

# VolumeProjection
clusterTrustBundle Certificates of authorities that the cluster trusts.
configMap Entries of a ConfigMap.
downwardAPI Fields of the pod.
podCertificate A key with a certificate for the pod.
secret Entries of a Secret.
serviceAccountToken A token for the API that is renewed in time.

# ServiceAccountTokenProjection
audience For whom the token is. Left out: for the API server.
expirationSeconds For how many seconds the token is good. It is renewed before. Default: 3600; at least 600.
path The path of the file in the volume.

# PersistentVolumeClaim
= Asks for storage of a size and class. Once a volume has been found or made for it, the two are bound and pods can use it.

# PersistentVolume
= A piece of storage, made by hand or by a provisioner for one claim. It belongs to no namespace.

# PersistentVolumeClaimSpec
dataSource A snapshot or claim whose content the new volume begins with.
dataSourceRef The same as dataSource, for other kinds too.
resources How much is asked for: requests.storage. It can be raised later if the class allows it, and not lowered below the size there is.
selector Which volumes will do, by their labels. Nothing is provisioned then.
storageClassName The class that makes the volume. Left out: the default class. Empty (""): only a volume made by hand that has no class. It cannot be changed.
volumeName The volume that the claim is bound to. Filled in; set it yourself to ask for that very volume.

# PersistentVolumeClaimSpec PersistentVolumeSpec
accessModes ReadWriteOnce (pods of one node), ReadOnlyMany, ReadWriteMany (many nodes) or ReadWriteOncePod (one pod).
volumeAttributesClassName The VolumeAttributesClass with settings such as speed.
volumeMode Filesystem (default): mounted as a folder. Block: handed over as a device.

# VolumeResourceRequirements
limits The most storage that will do. Seldom used.
requests The least storage that will do: storage: 1Gi.

# PersistentVolumeClaimStatus
accessModes The access modes of the volume that it has.
allocatedResourceStatuses How far growing has come.
allocatedResources The size that is being grown to.
capacity The size of the volume that it has. It may be more than was asked for.
currentVolumeAttributesClassName The VolumeAttributesClass in force.
modifyVolumeStatus How far changing the VolumeAttributesClass has come.
phase Pending (no volume yet), Bound, or Lost (its volume is gone).

# ModifyVolumeStatus
status Pending, InProgress or Infeasible.
targetVolumeAttributesClassName The VolumeAttributesClass that is wanted.

# PersistentVolumeSpec
capacity The size: storage: 1Gi.
claimRef The claim that the volume is bound to. A volume with one is given to no other, even after that claim is gone.
csi Storage of a CSI driver.
hostPath A folder of the node. For trying out on a single node.
local A disk of a node. Needs nodeAffinity.
mountOptions Options for mounting, such as hard or nfsvers=4.1.
nfs A folder of an NFS server.
nodeAffinity From which nodes the volume can be reached. Pods that use it come only there.
persistentVolumeReclaimPolicy What becomes of the volume when its claim is deleted. Delete: it goes too. Retain: it stays, Released. Default: Retain if made by hand; else that of the class.
storageClassName The class that the volume belongs to. A claim must name the same. Left out: none.

# VolumeNodeAffinity
required Conditions that a node must fulfill.

# PersistentVolumeStatus
lastPhaseTransitionTime When the phase last changed.
message Details for people.
phase Available, Bound, Released (its claim is gone; it takes no new one) or Failed. Pending while it is being made.
reason Why it is so, in one word.

# StorageClass
= Says how volumes are made for claims that name it, and what becomes of them.
allowVolumeExpansion Whether claims can ask for more later. Default: false.
allowedTopologies In which zones or on which nodes volumes may be made. Left out: anywhere.
mountOptions Options for mounting that its volumes get.
parameters Settings for the provisioner. They cannot be changed.
provisioner Who makes the volumes. kubernetes.io/no-provisioner: nobody, they are made by hand. It cannot be changed.
reclaimPolicy What becomes of its volumes when their claims are deleted: Delete (default) or Retain. It cannot be changed.
volumeBindingMode Immediate (default): a volume is made at once. WaitForFirstConsumer: once a pod uses the claim, near its node. It cannot be changed.

# TopologySelectorTerm
matchLabelExpressions Labels of the place. All of them must hold.

# TopologySelectorLabelRequirement
key The name of the label.
values Values of which one must be there.
`;
