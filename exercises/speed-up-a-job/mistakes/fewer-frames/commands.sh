kubectl patch job frames -p '{"spec": {"completions": 4}}'
kubectl patch job frames -p '{"spec": {"ttlSecondsAfterFinished": 30}}'
kubectl wait --for=condition=Complete job/frames --timeout=15m
