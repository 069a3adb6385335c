kubectl delete pods -l app=kubia --force --grace-period 0
await 2 pods ready
settle
