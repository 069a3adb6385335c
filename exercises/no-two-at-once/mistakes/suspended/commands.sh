kubectl patch cronjob stocktake -p '{"spec": {"suspend": true}}'
