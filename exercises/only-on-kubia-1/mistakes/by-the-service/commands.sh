kubectl proxy &
sleep 1
curl -s -X POST -d "closed on Monday" localhost:8001/api/v1/namespaces/default/services/kubia-public/proxy/
