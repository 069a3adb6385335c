# From one member to the other, by their names.
kubectl apply -f store.yaml
await 3 pods ready
sleep 5
kubectl exec kubia-0 -- sh -c 'curl -s kubia-2.kubia:8080 | sed -n "s/Data stored on this pod: //p" > /tmp/it'
kubectl exec kubia-0 -- sh -c 'curl -s -d "$(cat /tmp/it)" localhost:8080'
kubectl patch statefulset kubia -p '{"spec":{"replicas":1}}'
settle
kubectl delete pvc data-kubia-2
kubectl delete pvc data-kubia-1
