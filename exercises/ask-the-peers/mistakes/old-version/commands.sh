kubectl scale statefulset kubia --replicas=3
kubectl rollout status statefulset/kubia
