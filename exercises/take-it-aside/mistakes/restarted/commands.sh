pod=$(kubectl get pods -o jsonpath='{range .items[?(@.metadata.annotations.example\.com/complaint)]}{.metadata.name}{end}')
kubectl label pod $pod app=shop-aside --overwrite
crash $pod
sleep 10
