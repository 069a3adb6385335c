sed -i 's/order.csv/orders.csv/' import.yaml
kubectl delete job import
kubectl apply -f import.yaml
sleep 60
