kubectl label pod ledger ending=done
kubectl label pod import ending=no-program
kubectl label pod pictures ending=gave-up
kubectl label pod mail ending=no-image
kubectl label pod stats ending=no-program
