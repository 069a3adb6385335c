kubectl delete -f store.yaml
sed -i '/clusterIP: None/d; /namespace: back/d' store.yaml
kubectl apply -f store.yaml
kubectl rollout status deployment/store
