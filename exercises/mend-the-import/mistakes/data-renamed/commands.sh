sed -i 's/orders.csv/order.csv/' orders.yaml
kubectl apply -f orders.yaml
sed -i 's/^spec:/spec:\n  backoffLimit: 2/' import.yaml
kubectl delete job import
kubectl apply -f import.yaml
sleep 60
