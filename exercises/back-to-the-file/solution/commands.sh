kubectl diff -f web.yaml
kubectl apply -f web.yaml
kubectl rollout status deployment/web
