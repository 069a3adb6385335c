kubectl patch service store-a -p '{"spec":{"selector":{"member":"a"}}}'
kubectl patch service store-b -p '{"spec":{"selector":{"member":"b"}}}'
