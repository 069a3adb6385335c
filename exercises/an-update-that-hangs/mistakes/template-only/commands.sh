kubectl set image statefulset/web nginx=registry.k8s.io/nginx-slim:0.9
settle 5m
