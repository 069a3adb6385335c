kubectl exec shop -c writer -- cp /drafts/index.html /published/index.html
kubectl replace --force -f shop.yaml
kubectl wait --for=condition=Ready pod/shop --timeout=2m
