kubectl delete -f mail.yaml
sed -i 's/storageClassName: shelves/storageClassName: shelf/' mail.yaml
kubectl apply -f mail.yaml
kubectl delete -f photos.yaml
sed -i 's/storage: 10Gi/storage: 5Gi/' photos.yaml
kubectl apply -f photos.yaml
sed '/^---/,$d; s/shelf-1/shelf-4/; s/1Gi/2Gi/' volumes.yaml | kubectl apply -f -
sleep 20
