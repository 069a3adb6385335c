import { clock } from '../sim/index.ts';
export const shell = clock;
