pod=$(kubectl get pods -o jsonpath='{range .items[?(@.metadata.annotations.example\.com/complaint)]}{.metadata.name}{end}')
kubectl label pod $pod inspect=yes
