kubectl delete pvc data-kubia-0 --wait=false
kubectl delete pod kubia-0 --force --grace-period 0
sleep 60
kubectl delete pod kubia-0
settle
