kubectl apply -f web.yaml
kubectl rollout status deployment/web
kubectl scale deployment web --replicas=1
kubectl set image deployment/web web=nginx:1.27
kubectl rollout status deployment/web
