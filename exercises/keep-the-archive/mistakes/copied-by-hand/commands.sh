kubectl apply -f archive.yaml -f reader.yaml
kubectl wait --for=condition=Ready pod/reader
kubectl exec clerk -- cat /ledger/book > book
kubectl exec -i reader -- sh -c 'cat > /archive/book' < book
kubectl delete -f ledger.yaml
sleep 5
