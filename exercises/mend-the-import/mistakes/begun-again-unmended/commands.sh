sed -i 's/^spec:/spec:\n  backoffLimit: 2/' import.yaml
kubectl delete job import
kubectl apply -f import.yaml
sleep 60
