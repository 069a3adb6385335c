kubectl create -f agent.yaml
await 3 pods ready
