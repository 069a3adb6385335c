kubectl replace --force -f pods.yaml
sleep 40
kubectl label pod ledger ending=done
kubectl label pod import ending=no-program
kubectl label pod pictures ending=no-memory
kubectl label pod mail ending=no-image
kubectl label pod stats ending=gave-up
