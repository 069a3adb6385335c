# A machine that will not come back is no node any more: its pods are collected.
kubectl delete node node-2
sleep 120
kubectl rollout status statefulset/kubia
