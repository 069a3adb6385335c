kubectl patch service store-a -p '{"spec":{"selector":{"member":"a"}}}'
kubectl patch service store-b -p '{"spec":{"selector":{"member":"b"}}}'
kubectl patch rs store-b -p '{"spec":{"template":{"spec":{"volumes":[{"name":"data","persistentVolumeClaim":{"claimName":"data-b"}}]}}}}'
kubectl delete pod -l member=b
await 2 pods ready
