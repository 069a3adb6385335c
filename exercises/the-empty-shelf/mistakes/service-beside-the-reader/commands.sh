sed -n '1,/^---/p' store.yaml | sed '/clusterIP: None/d; /namespace: back/d' > near.yaml
kubectl apply -f near.yaml
sleep 10
