gcloud compute ssh node-2 -- sudo ifconfig eth0 up
kubectl rollout undo statefulset/store
sleep 300
