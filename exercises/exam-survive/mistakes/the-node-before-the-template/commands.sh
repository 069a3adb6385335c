gcloud compute ssh node-2 -- sudo ifconfig eth0 up
sleep 120
kubectl rollout undo statefulset/store
kubectl delete pod store-2
sleep 180
