sed -i 's/kept-by: keeper/app: orders/; s/kind: ReplicaSet/kind: Deployment/' keeper.yaml
kubectl apply -f keeper.yaml
settle
