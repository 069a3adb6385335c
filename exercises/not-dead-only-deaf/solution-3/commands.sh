# First make sure that nothing runs there, then vouch for it, then repair.
node node-2 off
kubectl delete pod ledger-0 --force --grace-period 0
await 1 pods ready
node node-2 up
node node-2 on
sleep 120
