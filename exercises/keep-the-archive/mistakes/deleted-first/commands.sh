kubectl delete -f ledger.yaml
sleep 5
kubectl apply -f archive.yaml
sleep 5
