# Mend what is broken; the kubelet then confirms the end of the old pod.
gcloud compute ssh node-2 -- sudo ifconfig eth0 up
sleep 180
kubectl rollout status statefulset/ledger
