import { readFileSync } from 'node:fs';
import { clock } from './clock.ts';
export const test = [readFileSync, clock];
