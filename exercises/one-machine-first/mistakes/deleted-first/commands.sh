kubectl delete pod $(kubectl get pods --field-selector spec.nodeName=node-2 -o jsonpath='{.items[0].metadata.name}')
await 3 pods ready
kubectl set image ds/agent main=nginx:1.17
sleep 20
