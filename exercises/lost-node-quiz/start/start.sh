# kubia-0 on node-2, kubia-1 and the first two pods of web elsewhere, the third beside kubia-0.
kubectl cordon node-1 node-3
kubectl apply -f kubia.yaml
await 1 pods ready
kubectl uncordon node-1 node-3
kubectl cordon node-2
kubectl scale statefulset kubia --replicas=2
await 2 pods ready
kubectl create -f web.yaml
kubectl scale deployment web --replicas=2
kubectl rollout status deployment/web
kubectl uncordon node-2
kubectl cordon node-1 node-3
kubectl scale deployment web --replicas=3
kubectl rollout status deployment/web
kubectl uncordon node-1 node-3
