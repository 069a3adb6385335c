kubectl run once --image=curlimages/curl --restart=Never -- -s -d "closed on Monday" kubia-1.kubia:8080
sleep 10
