kubectl delete -f photos.yaml
sed -i 's/storage: 10Gi/storage: 5Gi/' photos.yaml
kubectl apply -f photos.yaml
kubectl patch pv shelf-3 -p '{"spec":{"claimRef":null}}'
kubectl apply -f - <<END
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: shelves
provisioner: k8s.io/minikube-hostpath
END
sleep 20
