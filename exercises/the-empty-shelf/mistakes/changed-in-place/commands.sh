sed -i '/clusterIP: None/d' store.yaml
kubectl apply -f store.yaml
kubectl patch service store -n back -p '{"spec":{"clusterIP":""}}'
kubectl set env deployment/reader STORE=http://store.back
kubectl rollout status deployment/reader
