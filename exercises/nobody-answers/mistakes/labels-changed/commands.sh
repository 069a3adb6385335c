kubectl label pods front-1 front-2 tier=frontend --overwrite
