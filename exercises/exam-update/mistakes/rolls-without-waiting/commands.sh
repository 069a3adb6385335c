kubectl patch statefulset store -p '{"spec": {"updateStrategy": {"type": "RollingUpdate"}}}'
kubectl set image statefulset/store store=ghcr.io/petset/store:1.1
kubectl rollout status statefulset/store
