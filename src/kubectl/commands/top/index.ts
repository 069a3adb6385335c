// kubectl top and what stands under it.
import { commandGroup } from '../command-group.ts';
import { topNode } from './node.ts';
import { topPod } from './pod.ts';

export const topCommands = commandGroup({
  words: ['top'],
  summary: 'Display resource (CPU/memory) usage',
  members: [topNode, topPod],
});
