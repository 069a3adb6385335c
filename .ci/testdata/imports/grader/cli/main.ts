import { writeFileSync } from 'node:fs';
import { shell } from '../../src/shell/shell.ts';
export const main = [writeFileSync, shell];
