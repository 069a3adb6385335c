// kubectl create serviceaccount.
import type { Kind, KubeObject } from '../../sim/index.ts';
import { ServiceAccountKind } from '../../sim/index.ts';
import type { Command } from '../command.ts';
import { createGenerated, generatorFlags, nameOf } from './generate.ts';

export const createServiceAccount: Command = {
  words: ['create', 'serviceaccount'],
  aliases: ['sa'],
  summary: 'Create a service account with the specified name',
  usage: 'kubectl create serviceaccount NAME [--dry-run=server|client|none] [options]',
  flags: generatorFlags,
  run(context) {
    const object: KubeObject = {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: nameOf(context) },
    };
    return createGenerated(context, ServiceAccountKind as Kind, object, 'failed to create serviceaccount');
  },
};
