kubectl set selector service shop app=shop,tier=front,env=production,version=new
