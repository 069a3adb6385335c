# A name of the reader's own namespace that leads to the store.
kubectl create service externalname store --external-name=store.back.svc.cluster.local
kubectl set env deployment/reader STORE=http://store:8080
kubectl rollout status deployment/reader
