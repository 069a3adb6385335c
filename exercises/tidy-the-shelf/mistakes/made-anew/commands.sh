sed -i 's/, old: "yes"//; s/, old: "no"//; s/, old: ""//' pods.yaml
kubectl replace --force -f pods.yaml
kubectl label pods -l app=shop,env=production plan=gold
kubectl label pod blog-1 env=qa --overwrite
