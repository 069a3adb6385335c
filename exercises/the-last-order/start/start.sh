kubectl apply -f store.yaml
kubectl rollout status statefulset/kubia
kubectl exec kubia-0 -- curl -s -d "Ada: 3 lamps" localhost:8080
kubectl exec kubia-1 -- curl -s -d "Bela: nothing" localhost:8080
kubectl exec kubia-2 -- curl -s -d "Chie: 2 cups" localhost:8080
kubectl scale statefulset kubia --replicas=1
await 1 pods
