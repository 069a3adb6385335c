kubectl get cronjob report
kubectl create job try --from=cronjob/report
sleep 20
kubectl logs job/try
sed -i "s/dat /date /; /suspend/d" report.yaml
sed -i 's/^spec:/spec:\n  suspend: false\n  timeZone: Asia\/Seoul/' report.yaml
kubectl apply -f report.yaml
kubectl create job now --from=cronjob/report
kubectl wait --for=condition=Complete job/now --timeout=1m
