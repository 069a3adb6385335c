kubectl set image rs/web web=nginx:1.28
for pod in $(kubectl get pods -l app=web -o name); do
  kubectl delete $pod --wait=false
done
await 3 pods ready
