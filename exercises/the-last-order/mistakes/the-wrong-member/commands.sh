kubectl scale statefulset kubia --replicas=2
kubectl rollout status statefulset/kubia
kubectl exec kubia-0 -- curl -s -d "$(kubectl exec kubia-1 -- cat /var/data/kubia.txt)" localhost:8080
kubectl scale statefulset kubia --replicas=1
await 1 pods
kubectl delete pvc data-kubia-1 data-kubia-2
