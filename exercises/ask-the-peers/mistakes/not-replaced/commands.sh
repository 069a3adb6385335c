kubectl patch statefulset kubia -p '{"spec":{"updateStrategy":{"type":"OnDelete","rollingUpdate":null}}}'
kubectl set image statefulset/kubia kubia=luksa/kubia-pet-peers
kubectl scale statefulset kubia --replicas=3
await 3 pods ready
