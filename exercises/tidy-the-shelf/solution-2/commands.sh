# One by one, and by patch.
kubectl label pod shop-1 shop-db plan=gold
kubectl label pods --all old-
kubectl patch pod blog-1 -p '{"metadata":{"labels":{"env":"qa"}}}'
