# By way of this machine.
kubectl exec shop -c writer -- cat /drafts/index.html > page.html
kubectl cp page.html shop:/usr/share/nginx/html/index.html -c web
