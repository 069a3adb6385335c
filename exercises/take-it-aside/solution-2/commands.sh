# The label taken away, the pod found by reading.
pod=$(kubectl describe pods | grep -B 8 'complaint' | grep '^Name:' | sed 's/Name: *//')
kubectl label pod $pod app- inspect=yes
await 4 pods ready
