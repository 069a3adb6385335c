import { store } from '../../apiserver/store.ts';
export const wiring = store;
