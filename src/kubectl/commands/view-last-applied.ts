// kubectl apply view-last-applied: the manifest that apply compares with.
import type { Command } from '../command.ts';
import { report, usageError } from '../command.ts';
import { allFlag, filenameFlags, selectorFlag } from '../flag-sets.ts';
import { lastApplied } from '../last-applied.ts';
import { asObject } from '../objects.ts';
import { wholePrinter } from '../printers/index.ts';
import { findTargets } from '../targets.ts';

export const viewLastApplied: Command = {
  words: ['apply', 'view-last-applied'],
  summary: 'View the latest last-applied-configuration annotations of a resource/object',
  usage: 'kubectl apply view-last-applied (TYPE [NAME | -l label] | TYPE/NAME | -f FILENAME) [options]',
  flags: [
    ...filenameFlags,
    selectorFlag,
    allFlag,
    { name: 'output', short: 'o', type: 'string', default: 'yaml', help: 'yaml or json' },
  ],
  *run(context) {
    const format = context.flags.text('output') ?? 'yaml';
    if (format !== 'yaml' && format !== 'json') {
      throw usageError(`Unexpected -o output mode: ${format}, the flag 'output' must be one of yaml|json`);
    }
    const { targets, problems } = yield* findTargets(context);
    if (problems.length > 0) return report(context, problems);
    for (const { kind, object } of targets) {
      const text = lastApplied(object);
      if (text === undefined) {
        throw usageError(
          `no last-applied-configuration annotation found on resource: ${object.metadata.name}`,
        );
      }
      const print = wholePrinter(format);
      context.out(print([{ kind, object: asObject(JSON.parse(text)) }], false));
    }
    return 0;
  },
};
