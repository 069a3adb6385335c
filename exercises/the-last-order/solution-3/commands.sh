# The disk is read by a pod that is made for it, and the set is left alone.
kubectl apply -f - <<'END'
apiVersion: v1
kind: Pod
metadata:
  name: reader
spec:
  restartPolicy: Never
  containers:
  - name: reader
    image: busybox:1.36
    command: [cat, /old/kubia.txt]
    volumeMounts:
    - {name: old, mountPath: /old}
  volumes:
  - name: old
    persistentVolumeClaim: {claimName: data-kubia-2}
END
kubectl wait --for=jsonpath='{.status.phase}'=Succeeded pod/reader --timeout=2m
kubectl exec kubia-0 -- curl -s -d "$(kubectl logs reader)" localhost:8080
kubectl delete pod reader
kubectl delete pvc data-kubia-1 data-kubia-2
