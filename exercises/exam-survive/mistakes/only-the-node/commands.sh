gcloud compute ssh node-2 -- sudo ifconfig eth0 up
sleep 300
