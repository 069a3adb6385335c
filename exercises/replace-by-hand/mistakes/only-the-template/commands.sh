kubectl set image rs/web web=nginx:1.28
settle
