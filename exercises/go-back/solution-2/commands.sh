# Forward, with the image spelt right.
kubectl set image deployment/shop web=nginx:1.28
kubectl rollout status deployment/shop
