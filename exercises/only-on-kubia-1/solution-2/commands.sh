kubectl port-forward kubia-1 9000:8080 &
sleep 1
curl -s -d "closed on Monday" localhost:9000
