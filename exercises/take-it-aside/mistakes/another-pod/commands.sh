pod=$(kubectl get pods -o name | tail -1)
kubectl label $pod app=shop-aside --overwrite
sleep 5
