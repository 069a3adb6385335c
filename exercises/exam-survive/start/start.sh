# store-0 on node-1, store-1 on node-2, store-2 on node-3, whatever the scheduler would draw.
kubectl cordon node-2 node-3
kubectl apply -f store.yaml
await 1 pods ready
kubectl uncordon node-2
kubectl cordon node-1
kubectl scale statefulset store --replicas=2
await 2 pods ready
kubectl uncordon node-3
kubectl cordon node-2
sed -i 's/replicas: 1/replicas: 3/' store.yaml
kubectl apply -f store.yaml
await 3 pods ready
kubectl uncordon node-1 node-2
for i in 0 1 2; do kubectl exec store-$i -- sh -c "echo entry $i > /data/entry"; done
kubectl set image statefulset/store store=ghcr.io/petset/store:1.l
sleep 60
node node-2 down
sleep 420
