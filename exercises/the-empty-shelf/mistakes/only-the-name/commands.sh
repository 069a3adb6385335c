kubectl set env deployment/reader STORE=http://store.back
kubectl rollout status deployment/reader
