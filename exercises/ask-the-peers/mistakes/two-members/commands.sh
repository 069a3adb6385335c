kubectl set image statefulset/kubia kubia=luksa/kubia-pet-peers
kubectl rollout status statefulset/kubia
