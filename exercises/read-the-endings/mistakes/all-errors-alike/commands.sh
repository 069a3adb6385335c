kubectl label pod ledger ending=done
kubectl label pods import pictures mail stats ending=gave-up
