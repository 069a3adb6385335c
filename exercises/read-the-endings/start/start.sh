kubectl create -f pods.yaml
sleep 40
