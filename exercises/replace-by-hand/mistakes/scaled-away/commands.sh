kubectl set image rs/web web=nginx:1.28
kubectl scale rs web --replicas=0
await 0 pods
kubectl scale rs web --replicas=3
await 3 pods ready
