kubectl patch ds agent -p '{"spec":{"updateStrategy":{"type":"RollingUpdate"}}}'
kubectl set image ds/agent main=nginx:1.17
kubectl rollout status ds/agent
