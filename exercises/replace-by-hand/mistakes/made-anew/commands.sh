sed -i 's/1.27/1.28/' web.yaml
kubectl delete rs web
kubectl create -f web.yaml
await 3 pods ready
