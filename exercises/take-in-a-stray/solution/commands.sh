kubectl label pod orders kept-by=keeper
sed -i 's/^        kept-by: keeper/&\n        app: orders/' keeper.yaml
kubectl apply -f keeper.yaml
