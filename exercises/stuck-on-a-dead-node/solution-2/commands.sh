# For the whole machine at once.
kubectl taint node node-2 node.kubernetes.io/out-of-service=nodeshutdown:NoExecute
await 2 pods ready
settle
