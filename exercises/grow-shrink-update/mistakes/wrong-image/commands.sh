kubectl scale statefulset web --replicas=5
kubectl rollout status statefulset/web
kubectl scale statefulset web --replicas=2
await 2 pods
kubectl set image statefulset/web nginx=registry.k8s.io/nginx-slim:9.0
settle 2m
