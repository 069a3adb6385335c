kubectl scale statefulset kubia --replicas=3
kubectl set image statefulset/kubia kubia=luksa/kubia-pet-peers
kubectl delete pods -l app=kubia
kubectl rollout status statefulset/kubia
