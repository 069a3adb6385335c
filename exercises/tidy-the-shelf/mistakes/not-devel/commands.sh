kubectl label pods -l 'app=shop,env!=devel' plan=gold
kubectl label pods -l old old-
kubectl label pod blog-1 env=qa --overwrite
