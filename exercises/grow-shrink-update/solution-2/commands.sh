# The same by its manifest, and updated before it shrinks.
sed -i 's/replicas: 3/replicas: 5/' web.yaml && kubectl apply -f web.yaml
settle
kubectl patch statefulset web --type=json -p '[{"op": "replace", "path": "/spec/template/spec/containers/0/image", "value": "registry.k8s.io/nginx-slim:0.9"}]'
await 5 pods ready
settle
kubectl patch statefulset web -p '{"spec": {"replicas": 2}}'
