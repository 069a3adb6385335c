kubectl create -f shop.yaml
kubectl wait --for=condition=Ready pod --all --timeout=2m
