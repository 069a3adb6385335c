kubectl delete statefulset store
sed -i 's|image: ghcr.io/petset/store:1.0|image: ghcr.io/petset/store:1.1\n        readinessProbe: {tcpSocket: {port: 7000}}|; s/type: OnDelete/type: RollingUpdate/' store.yaml
sleep 60
kubectl apply -f store.yaml
await 4 pods ready
