kubectl label node node-1 disk=ssd
kubectl label node node-2 disk=hdd
