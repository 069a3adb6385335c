// kubectl create configmap.
import type { Kind } from '../../sim/index.ts';
import { ConfigMapKind } from '../../sim/index.ts';
import type { Command } from '../command.ts';
import { namedByContents } from '../contents-hash.ts';
import { appendHashFlag, keySourceFlags, readKeys } from '../key-sources.ts';
import { createGenerated, generatorFlags, nameOf } from './generate.ts';

export const createConfigMap: Command = {
  words: ['create', 'configmap'],
  aliases: ['cm'],
  summary: 'Create a config map from a local file, directory or literal value',
  usage:
    'kubectl create configmap NAME [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none] [options]',
  flags: [...generatorFlags, ...keySourceFlags, appendHashFlag],
  run(context) {
    const name = nameOf(context);
    const texts = readKeys(context, 'ConfigMap', name);
    const data = texts.size > 0 ? { data: Object.fromEntries(texts) } : {};
    const object = namedByContents(context, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name },
      ...data,
    });
    return createGenerated(context, ConfigMapKind as Kind, object, 'failed to create configmap');
  },
};
