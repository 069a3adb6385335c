# ledger-0 on node-2, whatever the scheduler would draw.
kubectl cordon node-1 node-3
kubectl apply -f ledger.yaml
await 1 pods ready
kubectl uncordon node-1 node-3
sleep 60
gcloud compute ssh node-2 -- sudo ifconfig eth0 down
sleep 420
