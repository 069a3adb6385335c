kubectl scale statefulset web --replicas=5
kubectl rollout status statefulset/web
kubectl scale statefulset web --replicas=2
await 2 pods
kubectl delete statefulset web
sed -i 's/replicas: 3/replicas: 2/; s/nginx-slim:0.8/nginx-slim:0.9/' web.yaml
await 0 pods
kubectl apply -f web.yaml
await 2 pods ready
