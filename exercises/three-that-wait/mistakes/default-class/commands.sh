kubectl delete -f photos.yaml
sed -i 's/storage: 10Gi/storage: 5Gi/' photos.yaml
kubectl apply -f photos.yaml
kubectl patch pv shelf-3 -p '{"spec":{"claimRef":null}}'
kubectl delete -f mail.yaml
sed -i '/storageClassName/d' mail.yaml
kubectl apply -f mail.yaml
sleep 10
