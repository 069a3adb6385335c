kubectl delete $(kubectl get pods --no-headers | grep -v Running | sed 's/ .*//; s#^#pod/#')
sleep 60
