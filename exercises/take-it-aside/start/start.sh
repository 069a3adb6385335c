kubectl create -f shop.yaml
await 3 pods ready
kubectl annotate $(kubectl get pods -o name | head -1) example.com/complaint='slow since noon'
