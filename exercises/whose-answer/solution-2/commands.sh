# Another word for the selectors, and the second set made anew from what the cluster has of it.
kubectl set selector service store-a member=a
kubectl set selector service store-b member=b
kubectl get rs store-b -o yaml | sed 's/claimName: data-a/claimName: data-b/' > store-b.yaml
kubectl replace --force -f store-b.yaml
settle
