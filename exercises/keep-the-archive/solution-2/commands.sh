kubectl patch $(kubectl get pv -o name) -p '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'
kubectl delete -f ledger.yaml
sleep 5
kubectl patch $(kubectl get pv -o name) --type=json -p '[{"op":"replace","path":"/spec/claimRef","value":{"namespace":"default","name":"archive"}}]'
kubectl apply -f archive.yaml -f reader.yaml
kubectl wait --for=condition=Ready pod/reader
