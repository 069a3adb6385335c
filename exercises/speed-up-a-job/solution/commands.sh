kubectl get job frames
kubectl patch job frames -p '{"spec": {"parallelism": 4, "ttlSecondsAfterFinished": 30}}'
kubectl wait --for=condition=Complete job/frames --timeout=10m
