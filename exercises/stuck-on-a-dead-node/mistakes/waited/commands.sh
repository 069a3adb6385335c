sleep 1200
