kubectl apply -f store.yaml
kubectl rollout status statefulset/kubia
kubectl exec kubia-0 -- curl -s -d "Ada: 3 lamps" localhost:8080
kubectl exec kubia-1 -- curl -s -d "Bela: 1 chair" localhost:8080
