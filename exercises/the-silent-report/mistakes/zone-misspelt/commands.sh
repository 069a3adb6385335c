sed -i "s/dat /date /; /suspend/d" report.yaml
sed -i 's/^spec:/spec:\n  timeZone: Seoul/' report.yaml
kubectl apply -f report.yaml
kubectl create job now --from=cronjob/report
