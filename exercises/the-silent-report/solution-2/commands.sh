sed -i "s/dat /date /; /suspend/d" report.yaml
sed -i 's/30 18/30 9/' report.yaml
kubectl apply -f report.yaml
kubectl patch cronjob report -p '{"spec": {"suspend": false}}'
kubectl create job now --from=cronjob/report
kubectl wait --for=condition=Complete job/now --timeout=1m
