kubectl exec shop -c writer -- mkdir -p /usr/share/nginx/html
kubectl exec shop -c writer -- cp /drafts/index.html /usr/share/nginx/html/index.html
