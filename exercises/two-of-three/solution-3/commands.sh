# Whoever does not want to wait for the next attempt has the ReplicaSet looked at.
sed -i 's/"2"/"4"/' quota.yaml
kubectl replace -f quota.yaml
kubectl scale deployment web --replicas=2
kubectl scale deployment web --replicas=3
kubectl rollout status deployment/web
