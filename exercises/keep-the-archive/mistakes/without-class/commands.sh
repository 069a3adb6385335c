pv=$(kubectl get pvc ledger -o jsonpath='{.spec.volumeName}')
kubectl patch pv $pv -p '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'
kubectl delete -f ledger.yaml
kubectl patch pv $pv -p '{"spec":{"claimRef":null}}'
sed -i "s/^spec:/spec:\n  storageClassName: \"\"\n  volumeName: $pv/" archive.yaml
kubectl apply -f archive.yaml
sleep 5
