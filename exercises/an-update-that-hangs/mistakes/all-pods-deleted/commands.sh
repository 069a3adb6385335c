kubectl set image statefulset/web nginx=registry.k8s.io/nginx-slim:0.9
kubectl delete pods -l app=nginx
kubectl rollout status statefulset/web
