kubectl label pods -l app=shop,env=production plan=gold
kubectl label pods -l old old-
kubectl label pod blog-1 env=qa --overwrite
kubectl get pods --show-labels
