kubectl label pod ledger ending=gave-up
kubectl label pod import ending=no-program
kubectl label pod pictures ending=no-memory
kubectl label pod mail ending=no-image
kubectl label pod stats ending=gave-up
