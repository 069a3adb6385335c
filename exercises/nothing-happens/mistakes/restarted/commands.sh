kubectl rollout restart statefulset/web
settle
