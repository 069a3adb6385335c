kubectl delete statefulset kubia
await 0 pods
sed -i 's/replicas: 2/replicas: 3/; s#luksa/kubia-pet#&-peers#' store.yaml
kubectl apply -f store.yaml
kubectl rollout status statefulset/kubia
