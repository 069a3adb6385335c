kubectl set image statefulset/store store=ghcr.io/petset/store:1.2
kubectl delete pod store-2
gcloud compute ssh node-2 -- sudo ifconfig eth0 up
sleep 300
