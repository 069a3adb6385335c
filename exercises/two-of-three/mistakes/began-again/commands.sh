kubectl patch resourcequota team -p '{"spec":{"hard":{"pods":"4"}}}'
kubectl delete pods -l app=web
kubectl wait --for=jsonpath='{.status.readyReplicas}'=3 deployment/web --timeout=20m
