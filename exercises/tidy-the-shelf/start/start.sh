kubectl create -f pods.yaml
kubectl wait --for=condition=Ready pod --all --timeout=2m
