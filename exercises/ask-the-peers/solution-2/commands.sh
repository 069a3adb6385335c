# The version first, the third member afterwards.
kubectl set image statefulset/kubia kubia=luksa/kubia-pet-peers
kubectl rollout status statefulset/kubia
kubectl scale statefulset kubia --replicas=3
kubectl rollout status statefulset/kubia
