kubectl set image rs/web web=nginx:1.28
kubectl delete pods -l app=web
await 3 pods ready
