kubectl get job frames -o yaml | grep parallelism
KUBE_EDITOR='sed -i "s/parallelism: 1/parallelism: 5/"' kubectl edit job frames
kubectl wait --for=condition=Complete job/frames --timeout=10m
kubectl get pods
kubectl patch job frames --type=json -p '[{"op": "add", "path": "/spec/ttlSecondsAfterFinished", "value": 60}]'
