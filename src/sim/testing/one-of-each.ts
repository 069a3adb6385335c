// One plain manifest of every kind that the API server serves: where arbitrary manifests start from.

export const ONE_OF_EACH = `apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {color: blue}
---
apiVersion: v1
kind: Endpoints
metadata: {name: outside}
subsets:
- addresses: [{ip: 192.0.2.7}]
  ports: [{name: http, port: 80}]
---
apiVersion: v1
kind: Event
metadata: {name: seen.1}
involvedObject: {kind: Pod, name: web, namespace: default}
reason: Seen
message: somebody saw it
type: Normal
---
apiVersion: v1
kind: LimitRange
metadata: {name: bounds}
spec:
  limits:
  - type: Container
    max: {cpu: "2"}
    default: {cpu: 500m}
---
apiVersion: v1
kind: Namespace
metadata: {name: team}
---
apiVersion: v1
kind: Node
metadata: {name: node-9}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec:
  accessModes: [ReadWriteOnce]
  resources: {requests: {storage: 1Gi}}
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: disk}
spec:
  capacity: {storage: 1Gi}
  accessModes: [ReadWriteOnce]
  hostPath: {path: /mnt/disk}
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: {app: web}
spec:
  initContainers:
  - name: before
    image: busybox:1.36
    command: [sh, -c, "true"]
  containers:
  - name: nginx
    image: nginx:1.25
    ports: [{name: http, containerPort: 80}]
    env:
    - {name: COLOR, value: blue}
    - name: NODE
      valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
    resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 128Mi}}
    readinessProbe: {httpGet: {path: /, port: http}, periodSeconds: 5}
    volumeMounts: [{name: content, mountPath: /usr/share/nginx/html}]
  volumes:
  - name: content
    emptyDir: {}
---
apiVersion: v1
kind: ReplicationController
metadata: {name: kubia}
spec:
  replicas: 2
  selector: {app: kubia}
  template:
    metadata: {labels: {app: kubia}}
    spec: {containers: [{name: kubia, image: luksa/kubia}]}
---
apiVersion: v1
kind: ResourceQuota
metadata: {name: share}
spec: {hard: {pods: "10", requests.cpu: "4"}}
---
apiVersion: v1
kind: Secret
metadata: {name: creds}
type: Opaque
data: {password: cGFzcw==}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: robot}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: web}
  ports: [{name: http, port: 80, targetPort: http}]
---
apiVersion: apps/v1
kind: ControllerRevision
metadata: {name: web-1}
revision: 1
data: {spec: {}}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec: {containers: [{name: agent, image: busybox, command: [sleep, "3600"]}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop}
spec:
  replicas: 3
  selector: {matchLabels: {app: shop}}
  strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 25%}}
  template:
    metadata: {labels: {app: shop}}
    spec: {containers: [{name: nginx, image: "nginx:1.25"}]}
---
apiVersion: apps/v1
kind: ReplicaSet
metadata: {name: cattle}
spec:
  replicas: 3
  selector: {matchExpressions: [{key: app, operator: In, values: [cattle]}]}
  template:
    metadata: {labels: {app: cattle}}
    spec: {containers: [{name: nginx, image: "nginx:1.25"}]}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: pet}
spec:
  serviceName: pet
  selector: {matchLabels: {app: pet}}
  template:
    metadata: {labels: {app: pet}}
    spec:
      containers:
      - name: nginx
        image: nginx:1.25
        volumeMounts: [{name: data, mountPath: /data}]
  volumeClaimTemplates:
  - metadata: {name: data}
    spec:
      accessModes: [ReadWriteOnce]
      resources: {requests: {storage: 1Gi}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: shop}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: shop}
  minReplicas: 1
  maxReplicas: 5
  metrics:
  - type: Resource
    resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec: {restartPolicy: OnFailure, containers: [{name: work, image: luksa/batch-job}]}
---
apiVersion: batch/v1
kind: Job
metadata: {name: five}
spec:
  completions: 5
  parallelism: 2
  template:
    spec: {restartPolicy: OnFailure, containers: [{name: work, image: luksa/batch-job}]}
---
apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: {name: leader}
spec: {holderIdentity: one, leaseDurationSeconds: 15}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: outside-1}
addressType: IPv4
endpoints: [{addresses: [192.0.2.7]}]
ports: [{name: http, port: 80}]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop}
spec:
  rules:
  - host: shop.example.com
    http:
      paths:
      - path: /
        pathType: Prefix
        backend: {service: {name: shop, port: {number: 80}}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: pet}
spec:
  minAvailable: 2
  selector: {matchLabels: {app: pet}}
---
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: {name: important}
value: 1000
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: fast}
provisioner: example.com/disk
volumeBindingMode: WaitForFirstConsumer
`;
