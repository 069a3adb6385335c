kubectl set selector service shop app=shop,tier=front,env=production
kubectl get pods -l app=shop,tier=front,env=production
