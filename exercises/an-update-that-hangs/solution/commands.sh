kubectl set image statefulset/web nginx=registry.k8s.io/nginx-slim:0.9
kubectl delete pod web-2
kubectl rollout status statefulset/web
