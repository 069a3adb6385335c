// kubectl kustomize: would build a kustomization; here it says why not.
import type { Command } from '../command.ts';
import { usageError } from '../command.ts';
import { refusedKustomization } from '../kustomization.ts';

/** Flags that say how a kustomization is built. */
const names = [
  ...['as-current-user', 'enable-alpha-plugins', 'enable-helm', 'env', 'helm-api-versions', 'helm-command'],
  ...['helm-debug', 'helm-kube-version', 'load-restrictor', 'mount', 'network', 'network-name', 'output'],
];

export const kustomize: Command = {
  words: ['kustomize'],
  summary: 'Build a kustomization target from a directory or URL',
  usage: 'kubectl kustomize DIR [flags] [options]',
  isOffline: true,
  flags: names.map((name) => ({
    name,
    type: name === 'env' || name === 'mount' ? 'each' : 'string',
    help: 'How to build',
    ...(name === 'env' ? { short: 'e' } : name === 'output' ? { short: 'o' } : {}),
    bare: 'true',
    unsupported: 'nothing is built here',
  })),
  run({ args, process }) {
    if (args.length > 1) throw usageError('specify one path to kustomization.yaml');
    throw refusedKustomization(process, args[0] ?? '.');
  },
};
