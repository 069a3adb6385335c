kubectl apply -f keeper.yaml
settle
