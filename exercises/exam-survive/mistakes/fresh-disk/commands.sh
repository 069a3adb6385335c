kubectl delete pvc data-store-1 --wait=false
gcloud compute ssh node-2 -- sudo ifconfig eth0 up
kubectl rollout undo statefulset/store
kubectl delete pod store-2
sleep 180
kubectl delete pod store-1
sleep 60
