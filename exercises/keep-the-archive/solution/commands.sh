pv=$(kubectl get pvc ledger -o jsonpath='{.spec.volumeName}')
kubectl patch pv $pv -p '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'
kubectl delete pod clerk
kubectl delete pvc ledger
sleep 5
kubectl patch pv $pv -p '{"spec":{"claimRef":null}}'
sleep 2
sed -i "s/^spec:/spec:\n  volumeName: $pv/" archive.yaml
kubectl apply -f archive.yaml
sleep 5
