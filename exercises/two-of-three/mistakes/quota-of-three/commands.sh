kubectl patch resourcequota team -p '{"spec":{"hard":{"pods":"3"}}}'
kubectl wait --for=jsonpath='{.status.readyReplicas}'=3 deployment/web --timeout=20m
