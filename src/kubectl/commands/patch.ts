// kubectl patch: changes fields of an object by a patch.
import type { Patch } from '../../sim/index.ts';
import {
  applyPatch,
  badRequest,
  isEqual,
  jsonObjectError,
  mergeKeyLookup,
  parseManifests,
} from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { report, usageError } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import { dryRunFlag, fieldManagerFlag, filenameFlags, noRecordFlag, printFlags } from '../flag-sets.ts';
import { localFlag, staysHere } from '../local.ts';
import { outcomePrinter } from '../outcome.ts';
import type { Patched } from '../patch-object.ts';
import { patchObject } from '../patch-object.ts';
import { absolutePath } from '../paths.ts';
import type { Problem } from '../problems.ts';
import type { Target } from '../targets.ts';
import { findTargets } from '../targets.ts';

export const patch: Command = {
  words: ['patch'],
  summary: 'Update fields of a resource',
  usage: 'kubectl patch (-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE] [options]',
  flags: [
    ...filenameFlags,
    ...printFlags,
    dryRunFlag,
    fieldManagerFlag,
    noRecordFlag,
    { name: 'patch', short: 'p', type: 'string', help: 'The patch, as JSON or YAML' },
    { name: 'patch-file', type: 'string', help: 'A file that holds the patch' },
    { name: 'type', type: 'string', default: 'strategic', help: 'json, merge or strategic' },
    { name: 'subresource', type: 'string', help: 'status or scale: patch that only' },
    localFlag,
  ],
  *run(context) {
    const given = readPatch(context);
    const { targets, problems } = yield* findTargets(context);
    const failed: Problem[] = [...problems];
    if (targets.length === 0 && failed.length === 0) throw usageError('no objects passed to patch');
    const print = outcomePrinter(context, { saysDryRun: false });
    for (const target of targets) {
      const outcome = patchOne(context, target, given);
      if (!('object' in outcome)) failed.push(outcome);
      else print(outcome.kind, outcome.object, outcome.isChanged ? 'patched' : 'patched (no change)');
    }
    return report(context, failed);
  },
};

const types = ['json', 'merge', 'strategic'] as const;

/** A patch, with what is wrong with its JSON where the API server cannot read it. */
interface GivenPatch extends Patch {
  readonly mistake?: string;
}

/** What kubectl says itself of a patch that is no JSON. */
const notJson: Readonly<Record<string, string>> = {
  merge: 'Invalid JSON Patch',
  strategic: 'invalid JSON document',
};

function readPatch({ flags, process }: Context): GivenPatch {
  const file = flags.text('patch-file');
  const inline = flags.text('patch');
  if (inline !== undefined && file !== undefined) {
    throw usageError('cannot specify --patch and --patch-file together');
  }
  if (!inline && !file) {
    throw usageError('must specify --patch or --patch-file containing the contents of the patch');
  }
  const type = types.find((known) => known === (flags.text('type') ?? '').toLowerCase());
  if (!type) {
    throw usageError(`--type must be one of [${types.join(' ')}], not ${JSON.stringify(flags.text('type'))}`);
  }
  const text = file === undefined ? (inline ?? '') : readFile(process, file);
  // What begins like JSON is sent as it stands; only what does not is read as YAML.
  const mistake = /^\s*\{/.test(text) ? jsonObjectError(text) : undefined;
  if (mistake !== undefined) return { type, body: undefined, mistake };
  const { documents, error } = parseManifests(text);
  if (error !== undefined)
    throw usageError(
      `unable to parse ${JSON.stringify(text)}: ${error.replace(/^error converting YAML to JSON: /, '')}`,
    );
  return { type, body: documents[0] ?? {} };
}

function readFile(process: Context['process'], file: string): string {
  const path = absolutePath(process, file);
  if (process.host.files.stat(path)?.type !== 'file') {
    throw usageError(`unable to read patch file: open ${file}: no such file or directory`);
  }
  return process.host.files.read(path);
}

function patchOne(context: Context, target: Target, given: GivenPatch): Patched | Problem {
  const { type, mistake } = given;
  if (mistake !== undefined) {
    if (staysHere(context)) return { text: notJson[type] ?? mistake };
    return { status: badRequest(type === 'strategic' ? mistake : `error decoding patch: ${mistake}`) };
  }
  if (staysHere(context)) return patchHere(target, given);
  // It does not say how fields are to be checked, and the server then only warns.
  return patchObject(context, target, given, {
    dryRun: dryRunOf(context) === 'server',
    fieldValidation: 'Warn',
  });
}

/** The patch applied by kubectl itself: nobody looks whether the outcome is valid. */
function patchHere({ kind, object }: Target, given: Patch): Patched | Problem {
  const patched = applyPatch(object, given, mergeKeyLookup(kind.schema));
  if (!patched.ok) return { text: patched.status.message };
  return { kind, object: patched.value, isChanged: !isEqual(patched.value, object) };
}
