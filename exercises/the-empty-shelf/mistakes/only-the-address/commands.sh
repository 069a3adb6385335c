kubectl delete service store -n back
sed -i '/clusterIP: None/d' store.yaml
kubectl apply -f store.yaml
