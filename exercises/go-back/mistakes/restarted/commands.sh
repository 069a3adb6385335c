kubectl rollout restart deployment/shop
sleep 120
