# By the file, and by drawing the pod off.
sed -i 's/1.16/1.17/' agent.yaml
kubectl replace -f agent.yaml
for pod in $(kubectl get pods -o name); do
  if [ "$(kubectl get $pod -o jsonpath='{.spec.nodeName}')" = node-2 ]; then kubectl delete $pod; fi
done
await 3 pods ready
