kubectl set image statefulset/store store=ghcr.io/petset/store:1.1
kubectl delete pod store-1 --force --grace-period 0
kubectl delete pod store-2
sleep 120
