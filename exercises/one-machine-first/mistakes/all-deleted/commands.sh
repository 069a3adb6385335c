kubectl set image ds/agent main=nginx:1.17
kubectl delete pods -l app=agent
await 3 pods ready
