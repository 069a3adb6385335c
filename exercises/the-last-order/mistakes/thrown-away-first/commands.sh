kubectl delete pvc data-kubia-1 data-kubia-2
kubectl scale statefulset kubia --replicas=3
kubectl rollout status statefulset/kubia
kubectl scale statefulset kubia --replicas=1
await 1 pods
