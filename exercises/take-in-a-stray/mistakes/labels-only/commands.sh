kubectl label pod orders kept-by=keeper
