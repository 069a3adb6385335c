sed -i 's/kept-by: keeper/app: orders/; s/replicas: 1/replicas: 2/' keeper.yaml
kubectl apply -f keeper.yaml
settle
