kubectl expose pod kubia-1 --name=first --type=NodePort --port=80 --target-port=8080
sleep 2
port=$(kubectl get service first -o jsonpath='{.spec.ports[0].nodePort}')
node=$(kubectl get nodes -o jsonpath='{.items[0].status.addresses[0].address}')
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do curl -s -d "closed on Monday" $node:$port; done
