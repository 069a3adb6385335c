kubectl patch cronjob stocktake -p '{"spec": {"jobTemplate": {"spec": {"parallelism": 1, "completions": 1}}}}'
