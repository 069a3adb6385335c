kubectl create -f web.yaml
