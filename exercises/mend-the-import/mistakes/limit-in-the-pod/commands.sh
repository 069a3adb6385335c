sed -i 's/order.csv/orders.csv/' import.yaml
sed -i 's/      restartPolicy: Never/      backoffLimit: 2\n      restartPolicy: Never/' import.yaml
kubectl delete job import
kubectl apply -f import.yaml
sleep 60
