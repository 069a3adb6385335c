kubectl delete pvc www-web-2 --wait=false
for i in 2 1 0; do kubectl delete pod web-$i; await 3 pods ready; done
