kubectl set image statefulset/store store=ghcr.io/petset/store:1.1
kubectl delete pods -l app=store
await 4 pods ready
