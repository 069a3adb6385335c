kubectl apply -f orders.yaml
kubectl apply -f import.yaml
sleep 90
