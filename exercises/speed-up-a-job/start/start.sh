kubectl apply -f frames.yaml
sleep 65
