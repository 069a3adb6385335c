kubectl label pods -l app=shop,env=production plan=gold
kubectl label pods -l old old= --overwrite
kubectl label pod blog-1 env=qa --overwrite
