kubectl scale statefulset ledger --replicas=0
gcloud compute ssh node-2 -- sudo ifconfig eth0 up
await 0 pods
kubectl scale statefulset ledger --replicas=1
await 1 pods ready
settle
