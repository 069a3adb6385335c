kubectl delete cronjob stocktake
sed -i 's/^spec:/spec:\n  concurrencyPolicy: Forbid/' stocktake.yaml
kubectl apply -f stocktake.yaml
