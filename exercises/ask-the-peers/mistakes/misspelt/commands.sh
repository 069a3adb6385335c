kubectl scale statefulset kubia --replicas=3
kubectl rollout status statefulset/kubia
kubectl set image statefulset/kubia kubia=luksa/kubia-pet-peer
settle 5m
