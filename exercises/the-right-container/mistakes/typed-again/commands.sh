kubectl exec shop -c web -- sh -c 'echo "<h1>Open from nine to five</h1>" > /usr/share/nginx/html/index.html'
