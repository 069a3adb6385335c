kubectl create -f herd.yaml
await 3 pods ready
