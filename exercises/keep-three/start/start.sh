kubectl create -f by-hand.yaml
kubectl wait --for=condition=Ready pod/echo-by-hand --timeout=2m
