kubectl delete jobs --all
