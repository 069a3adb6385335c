kubectl set image statefulset/store store=ghcr.io/petset/store:1.1
sleep 300
