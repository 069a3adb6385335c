sed -i 's|image: ghcr.io/petset/store:1.0|image: ghcr.io/petset/store:1.1\n        readinessProbe: {tcpSocket: {port: 7000}}|' store.yaml
kubectl apply -f store.yaml
for i in 2 1 0; do kubectl delete pod store-$i; kubectl wait --for=condition=Ready pod/store-$i --timeout=2m; done
