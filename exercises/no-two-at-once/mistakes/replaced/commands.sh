kubectl patch cronjob stocktake -p '{"spec": {"concurrencyPolicy": "Replace"}}'
