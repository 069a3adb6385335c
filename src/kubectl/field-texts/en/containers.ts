// Containers: programs, their surroundings, probes, and how they are doing.
export const CONTAINERS = `
# Container EphemeralContainer
args Arguments for the program; they replace the image's CMD. $(NAME) stands for an environment variable.
command The program to run; it replaces the image's ENTRYPOINT. No shell reads it, unless you name one.
env Environment variables of the container.
envFrom ConfigMaps and Secrets whose entries become environment variables. An entry in env of the same name goes first.
image The image to run, such as nginx:1.27. Without a tag: latest.
imagePullPolicy Always asks the registry at every start, IfNotPresent pulls what is missing, Never pulls nothing. Default: Always for the tag latest or none, else IfNotPresent.
lifecycle Something to do right after the start and right before the stop.
livenessProbe Asks whether the container still works. After failureThreshold failures it is stopped, and started again as restartPolicy says.
name What the container is called, once in its pod. kubectl logs and exec take it with -c. It cannot be changed.
ports Ports that the container listens on. For information, and for names: one that is left out is open too.
readinessProbe Asks whether the container can do its work. As long as not, the pod is not ready and Services send it nothing. Nothing is restarted.
resizePolicy Whether the container starts again when its CPU or memory is changed.
resources How much CPU and memory it gets.
restartPolicy Always makes an init container a sidecar. For others: Always, OnFailure or Never instead of the pod's restartPolicy.
restartPolicyRules Exit codes after which the container is started again, whatever restartPolicy says. The first rule that fits decides.
securityContext Under which user and with which rights the container runs. It goes before that of the pod.
startupProbe Asks whether the container has started. Until it has succeeded, no other probe runs; after failureThreshold failures the container is restarted.
stdin Whether input stays open, for kubectl attach and run -i. Default: false.
stdinOnce Whether input is closed when the first client has gone. Default: false.
terminationMessagePath The file whose content becomes the message of the ended container. Default: /dev/termination-log.
terminationMessagePolicy File (default) takes the message from that file. FallbackToLogsOnError takes the end of the log if the file is empty and the container failed.
tty Whether the container gets a terminal. Needs stdin. Default: false.
volumeDevices Volumes that the container sees as block devices.
volumeMounts Where in the container the pod's volumes are found.
workingDir The directory in which the program starts. Left out: that of the image.

# EphemeralContainer
targetContainerName The container whose processes it sees.

# EnvVar
name The name of the variable.
value The value, as a text: put numbers and true or false in quotes. $(NAME) stands for a variable defined before. Default: empty.
valueFrom Where the value comes from. Not together with value.

# EnvVarSource
configMapKeyRef An entry of a ConfigMap. It is read when the container starts; later changes do not arrive.
fieldRef A field of the pod itself, such as metadata.name or status.podIP.
fileKeyRef An entry of a file in a volume.
resourceFieldRef A request or limit of a container.
secretKeyRef An entry of a Secret. It is read when the container starts; later changes do not arrive.

# EnvFromSource
configMapRef The ConfigMap.
prefix Stands before the name of every variable.
secretRef The Secret.

# ConfigMapEnvSource ConfigMapKeySelector ConfigMapProjection ConfigMapVolumeSource
name The name of the ConfigMap, in the namespace of the pod.

# SecretEnvSource SecretKeySelector SecretProjection
name The name of the Secret, in the namespace of the pod.

# ConfigMapEnvSource ConfigMapKeySelector ConfigMapProjection ConfigMapVolumeSource SecretEnvSource SecretKeySelector SecretProjection SecretVolumeSource
optional With true the pod starts even if this is not there. Default: false, and the container waits.

# ConfigMapKeySelector SecretKeySelector
key The name of the entry.

# FileKeySelector
key The name of the variable in the file.
optional With true the pod starts even if this is not there. Default: false.
path The path of the file in the volume.
volumeName The volume that has the file.

# ObjectFieldSelector
apiVersion The version of the API that fieldPath is written in. Default: v1.
fieldPath Which field: metadata.name, metadata.namespace, metadata.labels['…'], spec.nodeName, status.podIP and the like.

# ResourceFieldSelector
containerName The container. Left out in env: the one it stands in. Needed in a volume.
divisor The unit in which the value is given, such as 1Mi. Default: 1.
resource Which one: limits.cpu, limits.memory, requests.cpu, requests.memory and the like.

# ContainerPort
containerPort The number of the port, 1 to 65535.
hostIP The IP address of the node on which hostPort is opened. Left out: all of them.
hostPort A port of the node that leads here. Only one pod on a node can have it, so leave it out if you can.
name A name for the port, which Services and probes can use. At most 15 lower-case letters, digits and -.
protocol TCP (default), UDP or SCTP.

# ResourceRequirements
claims Which of the pod's resourceClaims it uses.
limits The most it may use. Beyond its CPU it is slowed down; beyond its memory it is killed (OOMKilled). Left out: no limit.
requests What is set aside for it: it runs only on a node with so much left. Left out: the same as limits, or else nothing.

# ResourceClaim
name The name of a claim in the pod's resourceClaims.
request The part of the claim that is used. Left out: all of it.

# ContainerResizePolicy
resourceName cpu or memory.
restartPolicy NotRequired (default): changed while it runs. RestartContainer: it is started again.

# ContainerRestartRule
action Restart, or RestartAllContainers where that is allowed.
exitCodes The exit codes that the rule is for.

# ContainerRestartRuleOnExitCodes
operator In: the exit code is one of values. NotIn: it is none of them.
values Exit codes.

# Probe
exec Runs a command in the container; exit code 0 is success.
failureThreshold How many times in a row it must fail to count as failed. Default: 3.
grpc Calls the gRPC health service.
httpGet Sends an HTTP GET; an answer from 200 to 399 is success.
initialDelaySeconds How many seconds after the start of the container it waits before it asks first. Default: 0.
periodSeconds How many seconds lie between two probes. Default: 10.
successThreshold How many times in a row it must succeed to count as successful after a failure. Default: 1, and always 1 for liveness and startup.
tcpSocket Opens a TCP connection; if it opens, that is success.
terminationGracePeriodSeconds How many seconds the container has to stop when this probe has failed. Left out: that of the pod. Not for readiness.
timeoutSeconds After how many seconds without an answer it has failed. Default: 1.

# ExecAction
command The program and its arguments. No shell reads it, unless you name one.

# HTTPGetAction
host The host to ask. Left out: the IP address of the pod.
httpHeaders Headers for the request.
path The path to ask for. Default: /.
port The port to ask: a number, or the name of a container port.
scheme HTTP (default) or HTTPS.

# HTTPHeader
name The name of the header.
value The value of the header.

# TCPSocketAction
host The host to connect to. Left out: the IP address of the pod.
port The port to connect to: a number, or the name of a container port.

# GRPCAction
port The number of the port.
service The name of the service to ask about. Default: empty, for the server as a whole.

# Lifecycle
postStart Done right after the container is made, beside its program. If it fails, the container is killed.
preStop Done before SIGTERM is sent. Its time counts as part of terminationGracePeriodSeconds.
stopSignal The signal that stops the container. Dropped: its feature gate is off, so the container gets the signal of its image, or else SIGTERM.

# LifecycleHandler
exec Runs a command in the container.
httpGet Sends an HTTP GET to the container.
sleep Waits for a number of seconds.
tcpSocket Without effect. Kept for old manifests.

# SleepAction
seconds How many seconds to wait.

# ContainerStatus
allocatedResources What is set aside for the container on the node.
allocatedResourcesStatus How devices of the container are doing.
containerID Which container it is, as containerd:// and a long number. Another one after every restart.
image The image that runs.
imageID The image that runs, by its digest.
lastState How the container ended the last time. Empty if it never has.
name The name of the container.
ready Whether the container is ready: its readiness probe succeeds, or it runs and has none.
resources The CPU and memory in force.
restartCount How many times the container was started again.
started Whether the startup probe has succeeded; without one, whether the container runs.
state How the container is now: waiting, running or terminated.
stopSignal The signal that stops the container.
user The user as whom the first process runs.
volumeMounts What is mounted in the container.

# ContainerState
running It runs.
terminated It has ended.
waiting It has not started (again) yet.

# ContainerStateRunning
startedAt When it was started.

# ContainerStateTerminated
containerID Which container it was.
exitCode The exit code of its program: 0 is success, 128 + n means ended by signal n (137 SIGKILL, 143 SIGTERM).
finishedAt When it ended.
message What it left in its termination message, or why it could not be started.
reason Completed, Error, OOMKilled, StartError and the like.
signal The signal that ended it, where the runtime tells.
startedAt When it was started.

# ContainerStateWaiting
message Details for people.
reason ContainerCreating, PodInitializing, ErrImagePull, ImagePullBackOff, CrashLoopBackOff and the like.

# ContainerUser
linux Its user and groups on Linux.

# LinuxContainerUser
gid The number of its group.
supplementalGroups The numbers of its other groups.
uid The number of its user.

# ResourceStatus
name The name of the resource.
resources How each of the devices is doing.

# ResourceHealth
health Healthy, Unhealthy or Unknown.
message Details for people.
resourceID Which device it is.
`;
