sed -i 's/order.csv/orders.csv/' import.yaml
sed -i 's/^spec:/spec:\n  backoffLimit: 2/' import.yaml
kubectl apply -f import.yaml
sleep 60
