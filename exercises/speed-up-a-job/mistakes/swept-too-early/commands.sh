kubectl patch job frames -p '{"spec": {"parallelism": 4, "ttlSecondsAfterFinished": 30}}'
sleep 30
kubectl delete job frames
