sed -i "s/schedule: '\* \* \* \* \*'/schedule: '* * * * *'\n  concurrencyPolicy: Forbid/" stocktake.yaml
kubectl apply -f stocktake.yaml
kubectl get jobs
kubectl delete $(kubectl get jobs -o name | tail -n 1)
