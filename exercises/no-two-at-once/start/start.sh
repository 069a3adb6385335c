kubectl apply -f stocktake.yaml
sleep 250
