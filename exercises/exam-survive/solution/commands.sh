# The template first: whoever is made from now on is made from a right one. Then the pod that was made from the broken one.
kubectl rollout undo statefulset/store
kubectl delete pod store-2
# The machine can be reached again: its kubelet stops the old member, and says so.
gcloud compute ssh node-2 -- sudo ifconfig eth0 up
sleep 180
kubectl get pods
