kubectl proxy &
sleep 1
curl -s "localhost:8001/api/v1/namespaces/default/pods/kubia-1/proxy/?closed+on+Monday"
