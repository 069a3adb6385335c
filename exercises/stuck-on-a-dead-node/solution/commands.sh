kubectl get nodes
kubectl get pods -o wide
kubectl delete pod kubia-0 --force --grace-period 0
kubectl rollout status statefulset/kubia
