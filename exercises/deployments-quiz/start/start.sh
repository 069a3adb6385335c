kubectl create -f web.yaml
kubectl rollout status deployment/web
