kubectl exec shop -c writer -- cat /drafts/index.html > /published/index.html
