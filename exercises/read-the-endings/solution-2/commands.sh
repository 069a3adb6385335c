# By what was found, and in another order; one correction.
for pod in stats import; do kubectl logs $pod; done
kubectl label pods import stats ending=gave-up
kubectl label pod import ending=no-program --overwrite
kubectl patch pod pictures -p '{"metadata":{"labels":{"ending":"no-memory"}}}'
kubectl label pod/mail ending=no-image
kubectl label pod/ledger ending=done
