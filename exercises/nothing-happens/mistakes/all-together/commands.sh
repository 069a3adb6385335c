kubectl delete pods -l app=web
await 3 pods ready
