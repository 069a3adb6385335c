# The probe and the image in one new template: every new member is waited for.
kubectl patch statefulset store -p '{"spec": {"updateStrategy": {"type": "RollingUpdate"}, "template": {"spec": {"containers": [{"name": "store", "image": "ghcr.io/petset/store:1.1", "readinessProbe": {"httpGet": {"path": "/health", "port": 7000}, "periodSeconds": 2}}]}}}}'
kubectl rollout status statefulset/store
