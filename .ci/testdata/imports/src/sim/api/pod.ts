import { store } from '../apiserver/store.ts';
export const pod = store;
