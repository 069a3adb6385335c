# Start the machine anew.
gcloud compute instances reset node-2
sleep 120
kubectl rollout status statefulset/ledger
