pod=$(kubectl get pods -o jsonpath='{range .items[?(@.metadata.annotations.example\.com/complaint)]}{.metadata.name}{end}')
kubectl label pod $pod app=shop-aside --overwrite
sleep 5
kubectl get pods -L app
