kubectl scale statefulset web --replicas=5
kubectl rollout status statefulset/web
kubectl scale statefulset web --replicas=2
await 2 pods
kubectl set image statefulset/web nginx=registry.k8s.io/nginx-slim:0.9
kubectl rollout status statefulset/web
kubectl get pods,pvc
