# The broken pod goes by a smaller number, and comes back last.
kubectl set image statefulset/web nginx=registry.k8s.io/nginx-slim:0.9
kubectl scale statefulset web --replicas=2
kubectl rollout status statefulset/web
kubectl scale statefulset web --replicas=3
kubectl rollout status statefulset/web
