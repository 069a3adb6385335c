sleep 15m
