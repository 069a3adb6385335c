# By the file, after a way back that leads nowhere by itself either.
kubectl describe pod web-2 | tail -5
kubectl rollout undo statefulset/web
kubectl delete pod web-2
kubectl rollout status statefulset/web
sed -i 's/nginx-slim:0.8/nginx-slim:0.9/' web.yaml
kubectl apply -f web.yaml
kubectl rollout status statefulset/web
