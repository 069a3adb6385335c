kubectl delete statefulset web
await 0 pods
sed -i 's/nginx-slim:0.8/nginx-slim:0.9/' web.yaml
kubectl apply -f web.yaml
kubectl rollout status statefulset/web
