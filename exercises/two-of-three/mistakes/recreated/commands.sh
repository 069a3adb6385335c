kubectl patch resourcequota team -p '{"spec":{"hard":{"pods":"4"}}}'
kubectl replace --force -f web.yaml
kubectl rollout status deployment/web
