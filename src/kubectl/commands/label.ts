// kubectl label: sets, changes and removes labels.
import { labelValue } from '../../sim/index.ts';
import type { Command } from '../command.ts';
import { usageError } from '../command.ts';
import { readPairs, splitPairs } from '../pairs.ts';
import type { MetadataCommand } from './change-metadata.ts';
import { changeMetadata, changeMetadataFlags } from './change-metadata.ts';

const labels: MetadataCommand = {
  field: 'labels',
  noun: 'label',
  operation: ({ set }, isChanged) => (isChanged ? (set.size === 0 ? 'unlabeled' : 'labeled') : 'not labeled'),
  conflict: (taken) =>
    taken.map(([key, value]) => ({
      text: `'${key}' already has a value (${value}), and --overwrite is false`,
    })),
  missing: (key) => `label ${JSON.stringify(key)} not found.\n`,
};

export const label: Command = {
  words: ['label'],
  summary: 'Update the labels on a resource',
  usage:
    'kubectl label [--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version] [options]',
  flags: changeMetadataFlags,
  *run(context) {
    const { resources, pairs } = splitPairs(context.args, 'label');
    const change = readPairs(pairs, 'label', refuseValue);
    return yield* changeMetadata(context, labels, resources, change);
  },
};

function refuseValue(key: string, value: string): void {
  if (value.includes('=')) throw usageError(`invalid label spec: ${key}=${value}`);
  const errors = labelValue(value);
  if (errors.length > 0) {
    throw usageError(`invalid label value: ${JSON.stringify(`${key}=${value}`)}: ${errors.join(';')}`);
  }
}
