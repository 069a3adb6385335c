# By hand, one difference after the other.
kubectl scale deployment web --replicas=3
kubectl set image deployment/web web=nginx:1.28
kubectl rollout status deployment/web
