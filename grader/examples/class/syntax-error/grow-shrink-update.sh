kubectl scale statefulset web --replicas=5
kubectl rollout status statefulset/web
echo 'this quote never ends
