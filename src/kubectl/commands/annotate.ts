// kubectl annotate: sets, changes and removes annotations.
import type { Command } from '../command.ts';
import { readPairs, splitPairs } from '../pairs.ts';
import type { MetadataCommand } from './change-metadata.ts';
import { changeMetadata, changeMetadataFlags } from './change-metadata.ts';

const annotations: MetadataCommand = {
  field: 'annotations',
  noun: 'annotation',
  operation: () => 'annotated',
  conflict: (taken) => {
    const texts = taken.map(([key, value]) => `'${key}' already has a value (${value})`);
    return [
      {
        text: `--overwrite is false but found the following declared annotation(s): ${texts.join('; ')}`,
      },
    ];
  },
};

export const annotate: Command = {
  words: ['annotate'],
  summary: 'Update the annotations on a resource',
  usage:
    'kubectl annotate [--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version] [options]',
  flags: changeMetadataFlags,
  *run(context) {
    const { resources, pairs } = splitPairs(context.args, 'annotation');
    return yield* changeMetadata(context, annotations, resources, readPairs(pairs, 'annotation'));
  },
};
