kubectl apply -f quota.yaml -f web.yaml
await 2 pods ready
