kubectl taint node node-3 dedicated=gpu:NoSchedule
