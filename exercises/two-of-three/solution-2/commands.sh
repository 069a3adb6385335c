sed -i 's/pods: "2"/pods: "4"/' quota.yaml
kubectl apply -f quota.yaml
