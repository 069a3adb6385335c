kubectl create -f shelf.yaml
kubectl run client --image=nicolaka/netshoot --command -- sleep infinity
await 3 pods ready
sleep 2
