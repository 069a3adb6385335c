kubectl scale deployment web --replicas=0
await 0 pods
kubectl apply -f web.yaml
kubectl rollout status deployment/web
