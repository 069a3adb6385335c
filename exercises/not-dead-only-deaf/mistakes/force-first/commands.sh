kubectl delete pod ledger-0 --force --grace-period 0
await 1 pods ready
sleep 30
gcloud compute ssh node-2 -- sudo ifconfig eth0 up
sleep 180
