kubectl run once --image=curlimages/curl --restart=Never --rm -i -- -sS -m 3 -d "closed on Monday" kubia-1.kubia
