kubectl apply -f report.yaml
