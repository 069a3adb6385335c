for i in 0 1 2; do kubectl delete pod web-$i; await 3 pods ready; done
