gcloud compute ssh node-2 -- sudo ifconfig eth0 up
kubectl delete statefulset store
sleep 120
kubectl apply -f store.yaml
sleep 180
