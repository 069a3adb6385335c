sed -i "s/dat /date /; /suspend/d" report.yaml
kubectl apply -f report.yaml
kubectl create job now --from=cronjob/report
kubectl wait --for=condition=Complete job/now --timeout=1m
