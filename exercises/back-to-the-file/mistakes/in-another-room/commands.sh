kubectl create namespace prod
kubectl apply -f web.yaml -n prod
kubectl rollout status deployment/web -n prod
