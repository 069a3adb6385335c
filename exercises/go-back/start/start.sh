kubectl create -f shop.yaml
kubectl rollout status deployment/shop
kubectl set image deployment/shop web=nginx:1.28
kubectl set env deployment/shop MOTTO=open
kubectl rollout status deployment/shop
kubectl set image deployment/shop web=nginx:1.82
sleep 60
