kubectl patch cronjob stocktake -p '{"spec":{"jobTemplate":{"spec":{"activeDeadlineSeconds":60}}}}'
sleep 200
