export const store = 0;
export type Store = typeof store;
