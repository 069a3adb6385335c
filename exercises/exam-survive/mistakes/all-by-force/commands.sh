kubectl rollout undo statefulset/store
kubectl delete pods -l app=store --force --grace-period 0
sleep 180
