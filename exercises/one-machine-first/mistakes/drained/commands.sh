kubectl set image ds/agent main=nginx:1.17
kubectl drain node-2 --ignore-daemonsets --force
kubectl uncordon node-2
sleep 10
