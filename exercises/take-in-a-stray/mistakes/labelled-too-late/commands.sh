kubectl apply -f keeper.yaml
await 2 pods ready
kubectl label pod orders kept-by=keeper
settle
