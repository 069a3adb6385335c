// kubectl auth and what stands under it.
import { commandGroup } from '../command-group.ts';
import { canI } from './can-i.ts';
import { whoami } from './whoami.ts';

export const authCommands = commandGroup({
  words: ['auth'],
  summary: 'Inspect authorization',
  members: [canI, whoami],
});
