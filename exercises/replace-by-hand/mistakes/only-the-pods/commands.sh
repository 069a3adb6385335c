for pod in $(kubectl get pods -l app=web -o name); do
  kubectl set image $pod web=nginx:1.28
  sleep 20
done
