kubectl delete rs shop --cascade=orphan
sleep 5
