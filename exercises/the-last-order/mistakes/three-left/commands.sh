kubectl scale statefulset kubia --replicas=3
kubectl rollout status statefulset/kubia
kubectl exec kubia-0 -- curl -s -d "$(kubectl exec kubia-2 -- cat /var/data/kubia.txt)" localhost:8080
kubectl delete pvc data-kubia-1 data-kubia-2 --wait=false
settle 2m
