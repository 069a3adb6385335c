sed -i 's/replicas: 2/replicas: 3/; s#luksa/kubia-pet#&-peers#' store.yaml
