sed -i 's/storageClassName: shelves/storageClassName: shelf/' mail.yaml
sed -i 's/storage: 10Gi/storage: 5Gi/' photos.yaml
kubectl apply -f mail.yaml -f photos.yaml
kubectl patch pv shelf-3 -p '{"spec":{"claimRef":null}}'
sleep 10
