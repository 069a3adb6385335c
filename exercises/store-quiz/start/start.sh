kubectl apply -f store.yaml
kubectl rollout status statefulset/kubia
