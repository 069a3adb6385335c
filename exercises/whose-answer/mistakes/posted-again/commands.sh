kubectl patch service store-a -p '{"spec":{"selector":{"member":"a"}}}'
kubectl patch service store-b -p '{"spec":{"selector":{"member":"b"}}}'
kubectl exec $(kubectl get pods -l member=b -o name) -- curl -s -d 'Bela: 1 chair' localhost:8080
