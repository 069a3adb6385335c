kubectl label pods --all app=shop-aside --overwrite
sleep 10
