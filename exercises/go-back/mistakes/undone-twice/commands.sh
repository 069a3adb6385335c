kubectl rollout undo deployment/shop
kubectl rollout status deployment/shop
kubectl rollout undo deployment/shop
sleep 60
