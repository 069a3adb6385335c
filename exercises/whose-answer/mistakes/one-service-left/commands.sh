kubectl patch service store-a -p '{"spec":{"selector":{"member":"a"}}}'
kubectl patch rs store-b -p '{"spec":{"template":{"spec":{"volumes":[{"name":"data","persistentVolumeClaim":{"claimName":"data-b"}}]}}}}'
kubectl delete pod -l member=b
settle
