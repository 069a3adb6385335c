kubectl run once --image=curlimages/curl --restart=Never --rm -i -- -s -d "closed on Monday" kubia-1.kubia:8080
