kubectl delete -f reader.yaml
sed -i 's/^  name: reader$/  name: reader\n  namespace: back/; s#http://store#http://store:8080#' reader.yaml
kubectl apply -f reader.yaml
kubectl rollout status -n back deployment/reader
