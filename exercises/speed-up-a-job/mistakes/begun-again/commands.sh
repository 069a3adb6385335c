kubectl delete job frames
sed -i "s/completions: 8/completions: 8\n  parallelism: 4\n  ttlSecondsAfterFinished: 30/" frames.yaml
kubectl apply -f frames.yaml
kubectl wait --for=condition=Complete job/frames --timeout=15m
