// kubectl create priorityclass.
import type { Kind, KubeObject } from '../../sim/index.ts';
import { PriorityClassKind } from '../../sim/index.ts';
import type { Command } from '../command.ts';
import { createGenerated, generatorFlags, nameOf } from './generate.ts';

export const createPriorityClass: Command = {
  words: ['create', 'priorityclass'],
  aliases: ['pc'],
  summary: 'Create a priority class with the specified name',
  usage:
    'kubectl create priorityclass NAME --value=VALUE --global-default=BOOL [--dry-run=server|client|none] [options]',
  flags: [
    ...generatorFlags,
    { name: 'value', type: 'int', default: '0', help: 'How important its pods are' },
    { name: 'global-default', type: 'bool', help: 'Whether pods that name no class get this one' },
    { name: 'description', type: 'string', help: 'When to use the class' },
    {
      name: 'preemption-policy',
      type: 'string',
      default: 'PreemptLowerPriority',
      help: 'Whether its pods may take the place of others',
    },
  ],
  run(context) {
    const { flags } = context;
    const name = nameOf(context);
    const description = flags.text('description');
    const object = {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name },
      value: flags.int('value') ?? 0,
      ...(description ? { description } : {}),
      ...(flags.bool('global-default') ? { globalDefault: true } : {}),
      preemptionPolicy: flags.text('preemption-policy'),
    };
    const failure = 'failed to create priorityclass';
    return createGenerated(context, PriorityClassKind as Kind, object as KubeObject, failure);
  },
};
