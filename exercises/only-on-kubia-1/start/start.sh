kubectl apply -f kubia.yaml
await 3 pods ready
