kubectl taint node node-2 node.kubernetes.io/out-of-service=nodeshutdown:NoExecute
sleep 120
kubectl taint node node-2 node.kubernetes.io/out-of-service-
gcloud compute ssh node-2 -- sudo ifconfig eth0 up
sleep 180
