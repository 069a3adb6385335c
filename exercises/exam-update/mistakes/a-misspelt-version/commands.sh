kubectl patch statefulset store -p '{"spec": {"updateStrategy": {"type": "RollingUpdate"}, "template": {"spec": {"containers": [{"name": "store", "image": "ghcr.io/petset/store:1.l", "readinessProbe": {"httpGet": {"path": "/health", "port": 7000}, "periodSeconds": 2}}]}}}}'
sleep 300
