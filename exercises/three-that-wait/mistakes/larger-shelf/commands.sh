kubectl delete -f mail.yaml
sed -i 's/storageClassName: shelves/storageClassName: shelf/' mail.yaml
kubectl apply -f mail.yaml
kubectl patch pv shelf-3 -p '{"spec":{"claimRef":null}}'
kubectl patch pv shelf-2 -p '{"spec":{"capacity":{"storage":"10Gi"}}}'
sleep 20
