kubectl replace -f shop.yaml
kubectl rollout status deployment/shop
