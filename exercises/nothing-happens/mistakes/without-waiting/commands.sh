kubectl delete pod web-2 web-1 web-0
await 3 pods ready
