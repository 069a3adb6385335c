kubectl delete pod web-2
settle 5m
