import { main } from './cli/main.ts';
export const grade = main;
