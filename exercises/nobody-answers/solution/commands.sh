kubectl describe service shop
kubectl get pods --show-labels
kubectl patch service shop -p '{"spec":{"selector":{"tier":"front"}}}'
