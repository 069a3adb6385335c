kubectl apply -f web.yaml
kubectl rollout status statefulset/web
for i in 0 1 2; do kubectl exec web-$i -- sh -c "echo page of web-$i > /usr/share/nginx/html/index.html"; done
kubectl set image statefulset/web nginx=registry.k8s.io/nginx-slim:9.0
sleep 180
