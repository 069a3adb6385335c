kubectl create configmap slowness --from-literal=SECONDS_TO_START=60
