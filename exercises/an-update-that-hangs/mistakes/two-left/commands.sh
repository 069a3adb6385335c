kubectl set image statefulset/web nginx=registry.k8s.io/nginx-slim:0.9
kubectl scale statefulset web --replicas=2
settle 5m
