kubectl delete service store -n back
sed -i '/clusterIP: None/d' store.yaml
kubectl apply -f store.yaml
kubectl set env deployment/reader STORE=http://store.back
kubectl rollout status deployment/reader
