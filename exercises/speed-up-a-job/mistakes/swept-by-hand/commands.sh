kubectl patch job frames -p '{"spec": {"parallelism": 4}}'
kubectl wait --for=condition=Complete job/frames --timeout=15m
kubectl delete job frames
