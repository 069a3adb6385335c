kubectl create -f agent.yaml
