kubectl delete pod orders
sed -i 's/kept-by: keeper/app: orders/' keeper.yaml
kubectl apply -f keeper.yaml
settle
