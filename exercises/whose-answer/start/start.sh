kubectl apply -f stores.yaml -f fill.yaml
kubectl wait --for=jsonpath='{.status.phase}'=Succeeded pod/fill --timeout=2m
kubectl delete pod fill
rm fill.yaml
await 2 pods ready
