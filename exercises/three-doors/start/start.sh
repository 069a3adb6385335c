kubectl apply -f shop.yaml
await 4 pods ready
