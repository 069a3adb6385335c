kubectl apply -f orders.yaml
await 1 pods ready
kubectl exec orders -- curl -s -d "Ada: 3 lamps" localhost:8080
