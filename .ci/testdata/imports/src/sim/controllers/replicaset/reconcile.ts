export const reconcile = 0;
