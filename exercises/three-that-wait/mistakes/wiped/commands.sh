kubectl delete -f mail.yaml
sed -i 's/storageClassName: shelves/storageClassName: shelf/' mail.yaml
kubectl apply -f mail.yaml
kubectl delete -f photos.yaml
sed -i 's/storage: 10Gi/storage: 5Gi/' photos.yaml
kubectl apply -f photos.yaml
kubectl patch pv shelf-3 -p '{"spec":{"persistentVolumeReclaimPolicy":"Recycle"}}'
sleep 60
