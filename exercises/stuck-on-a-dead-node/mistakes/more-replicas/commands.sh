kubectl scale statefulset kubia --replicas=3
sleep 300
