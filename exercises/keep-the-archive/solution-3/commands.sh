# The volume is forgotten, and written down again without its claim. What is on it stays, and so does its name.
pv=$(kubectl get pvc ledger -o jsonpath='{.spec.volumeName}')
kubectl patch pv $pv -p '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'
kubectl delete pod clerk
kubectl delete pvc ledger
kubectl get pv $pv -o json | jq 'del(.spec.claimRef, .status, .metadata.uid, .metadata.resourceVersion)' > volume.json
kubectl delete pv $pv
kubectl create -f volume.json
sed -i "s/^spec:/spec:\n  volumeName: $pv/" archive.yaml
kubectl apply -f archive.yaml
kubectl wait --for=jsonpath='{.status.phase}'=Bound pvc/archive --timeout=2m
