kubectl apply -f web.yaml
await 3 pods ready
kubectl set image statefulset/web nginx=nginx:1.28
sleep 600
