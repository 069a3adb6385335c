kubectl set image pod/$(kubectl get pods --field-selector spec.nodeName=node-2 -o jsonpath='{.items[0].metadata.name}') main=nginx:1.17
sleep 30
