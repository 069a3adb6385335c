kubectl delete statefulset kubia
kubectl delete pod kubia-0 --force --grace-period 0
sleep 60
kubectl apply -f kubia.yaml
await 2 pods ready
settle
