kubectl exec kubia-0 -- curl -s -d 'Chie: 2 cups' localhost:8080
kubectl delete pvc data-kubia-1 data-kubia-2
