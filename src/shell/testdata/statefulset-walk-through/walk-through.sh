# A StatefulSet from its creation to its update, command by command as recorded on a real cluster. `await` stands where a
# person waited and looked; the watches ran in a second window.
kubectl create -f nginx-statefulset.yaml
await 3 pods ready
kubectl get svc
kubectl get all
kubectl get pvc
kubectl run -i --tty --image busybox:1.28 dns-test --restart=Never --rm /bin/sh <<'EOF'
nslookup web-0.nginx.default.svc
nslookup web-1.nginx.default.svc
nslookup web-2.nginx.default.svc
EOF
kubectl get pod -o wide
timeout 60 kubectl get pod -w &
kubectl scale statefulset web --replicas 5
await 5 pods ready
kubectl scale statefulset web --replicas 1
await 1 pods
wait
kubectl get pvc
kubectl get pv
kubectl delete statefulsets web
kubectl get pvc
kubectl get pv
await 0 pods
kubectl create -f nginx-statefulset.yaml
await 3 pods ready
kubectl get pod -o yaml | grep claim
timeout 60 kubectl get pod -w &
KUBE_EDITOR="sed -i s/nginx-slim:0.8/nginx-slim:0.9/" kubectl edit statefulsets.apps web
wait
kubectl get pod -o custom-columns=NAME:.metadata.name,IMAGE:.spec.containers[0].image
