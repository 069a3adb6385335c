kubectl rollout undo statefulset/store
kubectl taint node node-2 node.kubernetes.io/out-of-service=nodeshutdown:NoExecute
kubectl delete pod store-2
sleep 180
