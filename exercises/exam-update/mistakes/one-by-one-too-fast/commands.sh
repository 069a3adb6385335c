kubectl set image statefulset/store store=ghcr.io/petset/store:1.1
kubectl delete pod store-2
await 4 pods ready
kubectl delete pod store-1
await 4 pods ready
kubectl delete pod store-0
await 4 pods ready
sleep 60
kubectl patch statefulset store -p '{"spec": {"updateStrategy": {"type": "RollingUpdate"}, "template": {"spec": {"containers": [{"name": "store", "image": "ghcr.io/petset/store:1.1", "readinessProbe": {"httpGet": {"path": "/health", "port": 7000}, "periodSeconds": 2}}]}}}}'
kubectl rollout status statefulset/store
