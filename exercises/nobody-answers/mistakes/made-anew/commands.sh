sed -i 's/tier: frontend/tier: front/' shop.yaml
kubectl delete service shop
kubectl apply -f shop.yaml
