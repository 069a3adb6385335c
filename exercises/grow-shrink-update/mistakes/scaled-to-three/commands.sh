kubectl scale statefulset web --replicas=5
kubectl rollout status statefulset/web
kubectl scale statefulset web --replicas=3
await 3 pods
kubectl set image statefulset/web nginx=registry.k8s.io/nginx-slim:0.9
kubectl rollout status statefulset/web
