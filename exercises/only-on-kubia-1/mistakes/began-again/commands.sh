kubectl proxy &
sleep 1
curl -s -d "closed on Monday" localhost:8001/api/v1/namespaces/default/pods/kubia-1/proxy/
kubectl delete pod kubia-1
sleep 10
