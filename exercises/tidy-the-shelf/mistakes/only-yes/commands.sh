kubectl label pods -l app=shop,env=production plan=gold
kubectl label pods -l old=yes old-
kubectl label pod blog-1 env=qa --overwrite
