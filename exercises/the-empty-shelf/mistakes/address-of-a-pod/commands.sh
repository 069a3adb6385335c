ip=$(kubectl get pods -n back -o jsonpath='{.items[0].status.podIP}')
kubectl set env deployment/reader STORE=http://$ip:8080
kubectl rollout status deployment/reader
