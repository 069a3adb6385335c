import { clock } from '../sim/machinery/clock.ts';
export const get = clock;
