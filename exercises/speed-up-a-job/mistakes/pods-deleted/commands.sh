kubectl delete $(kubectl get pods -o name --field-selector=status.phase=Running)
kubectl patch job frames -p '{"spec": {"parallelism": 4, "ttlSecondsAfterFinished": 30}}'
kubectl wait --for=condition=Complete job/frames --timeout=15m
