# Three more first, and then the old ones go.
KUBE_EDITOR='sed -i s/nginx:1.27/nginx:1.28/' kubectl edit rs web
old=$(kubectl get pods -l app=web -o name)
kubectl scale rs web --replicas=6
await 6 pods ready
kubectl delete $old --wait=false
kubectl scale rs web --replicas=3
settle
for pod in $(kubectl get pods -l app=web -o name); do
  if [ "$(kubectl get $pod -o jsonpath='{.spec.containers[0].image}')" = nginx:1.27 ]; then kubectl delete $pod; await 3 pods ready; fi
done
settle
