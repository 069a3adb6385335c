kubectl set image ds/agent main=nginx:1.17
sleep 20
