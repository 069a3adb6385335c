import { readFileSync } from 'node:fs';
import { shell } from '../shell/shell.ts';
export const print = [readFileSync, shell];
