sed -i "s/dat /date /; /suspend/d" report.yaml
sed -i 's/^spec:/spec:\n  timeZone: Asia\/Seoul/' report.yaml
kubectl apply -f report.yaml
