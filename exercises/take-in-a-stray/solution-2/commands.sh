# The labels that the pod has already do as well.
sed -i 's/kept-by: keeper/app: orders/' keeper.yaml
kubectl apply -f keeper.yaml
kubectl get pods --show-labels
