kubectl scale statefulset web --replicas=5
kubectl rollout status statefulset/web
kubectl scale statefulset web --replicas=2
await 2 pods
