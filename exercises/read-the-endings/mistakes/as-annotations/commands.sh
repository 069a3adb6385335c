kubectl annotate pod ledger ending=done
kubectl annotate pod import ending=no-program
kubectl annotate pod pictures ending=no-memory
kubectl annotate pod mail ending=no-image
kubectl annotate pod stats ending=gave-up
