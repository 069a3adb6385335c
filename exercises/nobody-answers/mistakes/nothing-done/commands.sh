kubectl describe service shop
