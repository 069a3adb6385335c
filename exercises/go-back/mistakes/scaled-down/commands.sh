kubectl scale deployment shop --replicas=3
sleep 60
