kubectl delete pod ledger-0 --force --grace-period 0
await 1 pods ready
sleep 60
