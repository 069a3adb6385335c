kubectl exec shop -- cp /drafts/index.html /usr/share/nginx/html/index.html
