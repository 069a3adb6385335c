kubectl exec shop -c writer -- cp /drafts/index.html /published/front.html
