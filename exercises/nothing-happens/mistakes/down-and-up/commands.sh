kubectl scale statefulset web --replicas=0
await 0 pods
kubectl scale statefulset web --replicas=3
await 3 pods ready
