// The texts in Korean, for the page.
import { readFieldTexts } from '../field-texts.ts';
import { CLUSTER } from './cluster.ts';
import { COMMON } from './common.ts';
import { CONTAINERS } from './containers.ts';
import { NETWORK } from './network.ts';
import { PODS } from './pods.ts';
import { SCHEDULING } from './scheduling.ts';
import { VOLUMES } from './volumes.ts';
import { WORKLOADS } from './workloads.ts';

export const koreanTexts = readFieldTexts([
  COMMON,
  WORKLOADS,
  PODS,
  CONTAINERS,
  SCHEDULING,
  VOLUMES,
  NETWORK,
  CLUSTER,
]);
