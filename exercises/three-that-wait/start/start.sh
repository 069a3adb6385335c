kubectl apply -f volumes.yaml
kubectl apply -f orders.yaml
await 1 pods ready
kubectl exec orders -- sh -c 'echo order 1 > /data/book'
kubectl delete -f orders.yaml
kubectl apply -f mail.yaml -f photos.yaml -f orders.yaml
sleep 5
