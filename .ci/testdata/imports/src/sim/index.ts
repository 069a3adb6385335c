export { clock } from './machinery/clock.ts';
