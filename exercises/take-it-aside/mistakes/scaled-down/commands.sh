pod=$(kubectl get pods -o jsonpath='{range .items[?(@.metadata.annotations.example\.com/complaint)]}{.metadata.name}{end}')
kubectl label pod $pod app=shop-aside --overwrite
kubectl scale rs shop --replicas=2
sleep 10
