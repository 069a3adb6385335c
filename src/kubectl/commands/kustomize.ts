// kubectl kustomize: would build a kustomization; here it says why not.
import type { Command } from '../command.ts';
import { usageError } from '../command.ts';
import { refusedKustomization } from '../kustomization.ts';

export const kustomize: Command = {
  words: ['kustomize'],
  summary: 'Build a kustomization target from a directory or URL',
  usage: 'kubectl kustomize DIR [flags] [options]',
  isOffline: true,
  flags: [],
  run({ args, process }) {
    if (args.length > 1) throw usageError('specify one path to kustomization.yaml');
    throw refusedKustomization(process, args[0] ?? '.');
  },
};
