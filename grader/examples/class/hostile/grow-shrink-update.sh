# Ten million pods, a kubectl of its own, and a loop without an end.
kubectl scale statefulset web --replicas=10000000
kubectl() { echo 'statefulset.apps/web scaled'; }
while true; do sleep 0.01; done
