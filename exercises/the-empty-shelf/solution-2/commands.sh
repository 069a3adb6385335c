kubectl set env deployment/reader STORE=http://store.back:8080
kubectl rollout status deployment/reader
