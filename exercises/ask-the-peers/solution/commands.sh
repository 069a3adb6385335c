KUBE_EDITOR='sed -i -e "s/replicas: 2$/replicas: 3/" -e "s#image: luksa/kubia-pet#&-peers#"' kubectl edit statefulset kubia
kubectl rollout status statefulset/kubia
