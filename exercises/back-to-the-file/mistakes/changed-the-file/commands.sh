sed -i 's/replicas: 3/replicas: 1/; s/nginx:1.28/nginx:1.27/' web.yaml
kubectl apply -f web.yaml
