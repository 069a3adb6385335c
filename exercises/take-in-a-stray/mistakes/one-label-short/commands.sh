kubectl label pod orders kept-by=keeper
kubectl apply -f keeper.yaml
