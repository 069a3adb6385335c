kubectl create -f web.yaml
kubectl wait --for=condition=Ready pod/web --timeout=2m
