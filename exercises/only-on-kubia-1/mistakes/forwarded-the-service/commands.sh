kubectl port-forward service/kubia-public 9000:80 &
sleep 1
curl -s -d "closed on Monday" localhost:9000
