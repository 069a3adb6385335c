kubectl set image ds/agent main=nginx:1.17
kubectl get pods -o wide
kubectl delete pod $(kubectl get pods --field-selector spec.nodeName=node-2 -o jsonpath='{.items[0].metadata.name}')
await 3 pods ready
