// kubectl apply view-last-applied: the manifest that apply compares with.
import { jsonObjectError, toYaml } from '../../../sim/index.ts';
import type { Command } from '../../command.ts';
import { helpfulError, report, usageError } from '../../command.ts';
import { allFlag, filenameFlags, selectorFlag } from '../../flag-sets.ts';
import { lastApplied } from '../../last-applied.ts';
import { sortKeys } from '../../printers/index.ts';
import type { Target } from '../../targets.ts';
import { findTargets } from '../../targets.ts';

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
      const problem = `Unexpected -o output mode: ${format}, the flag 'output' must be one of yaml|json`;
      throw helpfulError(context.command, problem);
    }
    const { targets, problems } = yield* findTargets(context);
    if (problems.length > 0) return report(context, problems);
    for (const target of targets) {
      const text = lastApplied(target.object);
      if (text !== undefined) context.out(shownAs(format, text));
      // Of what no file named, nothing is said; of what one did, Go's words for an error that is none.
      else if (target.source !== undefined) throw usageError(withoutAnnotation(target));
    }
    return 0;
  },
};

function withoutAnnotation({ object, source }: Target): string {
  const what = `no last-applied-configuration annotation found on resource: ${object.metadata.name}\n`;
  return `error when ${what} ${JSON.stringify(source)}: <nil>`;
}

function shownAs(format: 'yaml' | 'json', text: string): string {
  const problem = jsonObjectError(text);
  if (problem !== undefined) throw usageError(problem);
  const manifest: unknown = JSON.parse(text);
  return format === 'json' ? `${JSON.stringify(manifest, null, 2)}\n` : toYaml(sortKeys(manifest));
}
