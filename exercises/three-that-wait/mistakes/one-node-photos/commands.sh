kubectl delete -f mail.yaml
sed -i 's/storageClassName: shelves/storageClassName: shelf/' mail.yaml
kubectl apply -f mail.yaml
kubectl patch pv shelf-3 -p '{"spec":{"claimRef":null}}'
kubectl delete -f photos.yaml
sed -i 's/storage: 10Gi/storage: 1Gi/; s/ReadWriteMany/ReadWriteOnce/' photos.yaml
kubectl apply -f photos.yaml
sleep 10
