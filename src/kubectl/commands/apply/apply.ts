// kubectl apply: makes objects as their manifests say, creating or changing them; with --prune, deletes what no manifest
// says any more.
//
// Departs: --server-side is refused, since nobody keeps who set which field; -k builds nothing.
import type { Command } from '../../command.ts';
import { report, usageError } from '../../command.ts';
import { deletionFlags } from '../../deletion-flags.ts';
import {
  allFlag,
  dryRunFlag,
  fieldManagerFlag,
  filenameFlags,
  printFlags,
  recordFlag,
  selectorFlag,
  validateFlag,
} from '../../flag-sets.ts';
import type { FlagSpec } from '../../flags.ts';
import { readManifests } from '../../manifest-files.ts';
import { printTogether } from '../../outcome.ts';
import type { Printable } from '../../printers/index.ts';
import { printerFor } from '../../printers/index.ts';
import type { Problem } from '../../problems.ts';
import { isSelected, refuseArguments } from '../create.ts';
import { applyOne } from './apply-object.ts';
import { readApplyOptions } from './apply-options.ts';
import { prune } from './prune.ts';

const instead = 'leave it out: the API server here does not keep who set which field';

const applyFlags: readonly FlagSpec[] = [
  {
    name: 'overwrite',
    type: 'bool',
    default: 'true',
    help: "Settle conflicts by taking the manifest's value",
  },
  {
    name: 'openapi-patch',
    type: 'bool',
    default: 'true',
    help: 'How to work out changes; the outcome is the same',
  },
  {
    name: 'prune',
    type: 'bool',
    help: 'Delete what was applied once and stands in no file; needs -l or --all',
  },
  { name: 'prune-allowlist', type: 'each', help: 'The types that --prune deletes, as group/version/kind' },
  { name: 'server-side', type: 'bool', help: 'Merge in the server', unsupported: instead },
  { name: 'force-conflicts', type: 'bool', help: 'Take fields of other managers', unsupported: instead },
  {
    name: 'subresource',
    type: 'string',
    help: 'Apply to the status',
    unsupported: 'use kubectl patch --subresource',
  },
];

export const apply: Command = {
  words: ['apply'],
  summary: 'Apply a configuration to a resource by file name or stdin',
  usage: 'kubectl apply (-f FILENAME | -k DIRECTORY) [options]',
  flags: [
    ...filenameFlags,
    selectorFlag,
    allFlag,
    ...printFlags,
    dryRunFlag,
    fieldManagerFlag,
    recordFlag,
    validateFlag,
    ...applyFlags,
    ...deletionFlags('Delete and create anew what cannot be changed'),
  ],
  *run(context) {
    refuseArguments(context);
    const options = readApplyOptions(context);
    printerFor(context);
    const { manifests, problems } = yield* readManifests(context, { validates: true });
    const failed: Problem[] = [...problems];
    const applied: Printable[] = [];
    const selected = manifests.filter((manifest) => isSelected(context, manifest));
    if (selected.length === 0 && failed.length === 0) throw usageError('no objects passed to apply');
    for (const manifest of selected) {
      const outcome = yield* applyOne(context, manifest, options);
      if ('problem' in outcome) failed.push(outcome.problem);
      else applied.push(outcome);
    }
    if (failed.length > 0) return report(context, failed);
    printTogether(context, applied);
    if (options.prunes) prune(context, applied, options);
    return 0;
  },
};
