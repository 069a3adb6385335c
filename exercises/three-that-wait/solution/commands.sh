kubectl delete -f mail.yaml -f photos.yaml
sed -i 's/storageClassName: shelves/storageClassName: shelf/' mail.yaml
sed -i 's/storage: 10Gi/storage: 5Gi/' photos.yaml
kubectl apply -f mail.yaml -f photos.yaml
kubectl patch pv shelf-3 -p '{"spec":{"claimRef":null}}'
kubectl wait --for=condition=Ready pod/mail pod/photos pod/orders --timeout=2m
