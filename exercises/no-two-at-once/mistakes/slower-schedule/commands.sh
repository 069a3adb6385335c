kubectl patch cronjob stocktake -p '{"spec": {"schedule": "*/3 * * * *"}}'
