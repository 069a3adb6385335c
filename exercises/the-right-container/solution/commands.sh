kubectl exec shop -c writer -- ls /drafts /published
kubectl exec shop -c writer -- cp /drafts/index.html /published/index.html
kubectl exec shop -c web -- curl -s localhost
