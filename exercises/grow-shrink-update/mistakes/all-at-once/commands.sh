kubectl scale statefulset web --replicas=5
kubectl rollout status statefulset/web
kubectl scale statefulset web --replicas=2
await 2 pods
kubectl patch statefulset web -p '{"spec": {"updateStrategy": {"type": "OnDelete", "rollingUpdate": null}}}'
kubectl set image statefulset/web nginx=registry.k8s.io/nginx-slim:0.9
kubectl delete pod web-0 web-1
await 2 pods ready
