kubectl set selector service shop app=shop
