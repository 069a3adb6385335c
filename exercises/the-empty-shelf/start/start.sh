kubectl create namespace back
kubectl apply -f store.yaml -f reader.yaml
kubectl rollout status -n back deployment/store
kubectl rollout status deployment/reader
