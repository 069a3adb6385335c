kubectl get pods
kubectl patch cronjob stocktake -p '{"spec": {"concurrencyPolicy": "Forbid"}}'
