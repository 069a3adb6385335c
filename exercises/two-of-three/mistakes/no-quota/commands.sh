kubectl delete resourcequota team
kubectl wait --for=jsonpath='{.status.readyReplicas}'=3 deployment/web --timeout=20m
