kubectl delete pod kubia-0 --wait=false
sleep 300
