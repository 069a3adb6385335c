kubectl apply -f web.yaml
kubectl rollout status statefulset/web
