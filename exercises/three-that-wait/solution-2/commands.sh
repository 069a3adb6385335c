kubectl delete pvc mail photos
sed -i 's/storageClassName: shelves/storageClassName: shelf\n  volumeName: shelf-1/' mail.yaml
sed -i 's/storage: 10Gi/storage: 1Gi/' photos.yaml
kubectl apply -f mail.yaml -f photos.yaml
uid=$(kubectl get pvc orders -o jsonpath='{.metadata.uid}')
kubectl patch pv shelf-3 -p '{"spec":{"claimRef":{"uid":"'$uid'","resourceVersion":null}}}'
await 3 pods ready
