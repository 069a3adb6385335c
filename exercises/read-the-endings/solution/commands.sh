kubectl get pods
kubectl describe pod import | grep -A 3 State:
kubectl label pod ledger ending=done
kubectl label pod import ending=no-program
kubectl label pod pictures ending=no-memory
kubectl label pod mail ending=no-image
kubectl label pod stats ending=gave-up
