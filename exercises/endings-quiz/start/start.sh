kubectl create -f fails.yaml
