kubectl apply -f ledger.yaml
await 1 pods ready
sleep 2
