kubectl create -f web.yaml
await 3 pods ready
