kubectl create -f volumes.yaml
