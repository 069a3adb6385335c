# kubia-0 on node-2, and kubia-1 elsewhere, whatever the scheduler would draw.
kubectl cordon node-1 node-3
kubectl apply -f kubia.yaml
await 1 pods ready
kubectl uncordon node-1 node-3
kubectl cordon node-2
sed -i 's/replicas: 1/replicas: 2/' kubia.yaml
kubectl apply -f kubia.yaml
await 2 pods ready
kubectl uncordon node-2
kubectl exec kubia-0 -- curl -s -d 'order 4711' localhost:8080
node node-2 off
sleep 420
