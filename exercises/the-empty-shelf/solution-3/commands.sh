kubectl expose deployment store -n back --name=shelf --port=80 --target-port=8080
kubectl create service externalname store --external-name=shelf.back.svc.cluster.local
sleep 10
