sed -i 's/1.27/1.28/; s/closed/open/' shop.yaml
kubectl delete deployment shop
kubectl create -f shop.yaml
kubectl rollout status deployment/shop
