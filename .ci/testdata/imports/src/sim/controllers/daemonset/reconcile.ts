import { reconcile } from '../replicaset/reconcile.ts';
import type { Store } from '../../apiserver/store.ts';
export const other: Store = reconcile;
