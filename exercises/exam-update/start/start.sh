kubectl apply -f store.yaml
await 3 pods ready
sleep 20
for i in 0 1 2; do kubectl exec store-$i -- sh -c "echo entry $i > /data/entry"; done
kubectl apply -f witness.yaml
await 4 pods ready
