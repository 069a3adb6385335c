kubectl rollout undo statefulset/web
kubectl delete pod web-2
settle
