name=$(kubectl get pods -n back -o jsonpath='{.items[0].status.podIP}' | tr . -)
kubectl set env deployment/reader STORE=http://$name.store.back:8080
kubectl rollout status deployment/reader
