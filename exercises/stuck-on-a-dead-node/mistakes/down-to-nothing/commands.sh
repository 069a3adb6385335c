kubectl scale statefulset kubia --replicas=0
sleep 60
kubectl delete pod kubia-0 --force --grace-period 0
kubectl scale statefulset kubia --replicas=2
await 2 pods ready
settle
