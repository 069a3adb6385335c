kubectl delete node node-2
sleep 180
gcloud compute ssh node-2 -- sudo ifconfig eth0 up
sleep 180
