# By hand, each member when the one before it answers; the strategy afterwards.
sed -i 's|image: ghcr.io/petset/store:1.0|image: ghcr.io/petset/store:1.1\n        readinessProbe: {tcpSocket: {port: 7000}}|' store.yaml
kubectl apply -f store.yaml
kubectl delete pod store-0
kubectl wait --for=condition=Ready pod/store-0 --timeout=2m
kubectl delete pod store-1
kubectl wait --for=condition=Ready pod/store-1 --timeout=2m
kubectl delete pod store-2
kubectl wait --for=condition=Ready pod/store-2 --timeout=2m
sed -i 's/type: OnDelete/type: RollingUpdate/' store.yaml
kubectl apply -f store.yaml
