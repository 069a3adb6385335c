kubectl exec shop -c writer -- cp /drafts/index.html /published/index.html
kubectl exec shop -c web -- kill 1
sleep 20
