// kubectl edit: writes an object to a file, has an editor change it, and sends what changed. The editor is a command of
// the learner's machine, named by KUBE_EDITOR or EDITOR.
//
// Departs: several objects are edited one after another, not as one List.
import type { KubeObject, Patch, Program, Wait } from '../../sim/index.ts';
import { isEqual, PatchError, parseManifests, resourceName, toYaml } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { CommandError, printWarnings, report, usageError } from '../command.ts';
import {
  fieldManagerFlag,
  filenameFlags,
  noRecordFlag,
  printFlags,
  selectorFlag,
  validateFlag,
} from '../flag-sets.ts';
import { isMap } from '../manifest-files.ts';
import { outcomePrinter } from '../outcome.ts';
import type { JsonObject } from '../patches.ts';
import { twoWayPatch } from '../patches.ts';
import { sortKeys } from '../printers/index.ts';
import type { Target } from '../targets.ts';
import { findTargets } from '../targets.ts';

export const edit: Command = {
  words: ['edit'],
  summary: 'Edit a resource on the server',
  usage: 'kubectl edit (RESOURCE/NAME | -f FILENAME) [options]',
  flags: [
    ...filenameFlags,
    selectorFlag,
    ...printFlags,
    fieldManagerFlag,
    noRecordFlag,
    validateFlag,
    { name: 'subresource', type: 'string', help: 'A subresource', unsupported: 'use kubectl patch' },
  ],
  *run(context) {
    const { targets, problems } = yield* findTargets(context);
    if (problems.length > 0) return report(context, problems);
    const print = outcomePrinter(context);
    for (const target of targets) {
      const edited = yield* editOne(context, target);
      if (edited) print(target.kind, edited, 'edited');
    }
    return 0;
  },
};

const header = [
  "# Please edit the object below. Lines beginning with a '#' will be ignored,",
  '# and an empty file will abort the edit. If an error occurs while saving this file will be',
  '# reopened with the relevant failures.',
  '#',
];

/** How often a file that is refused is given to the editor again. */
const attemptsMax = 10;

/** The object as it is after the edit; undefined where nothing changed. */
function* editOne(context: Context, target: Target): Generator<Wait, KubeObject | undefined, void> {
  const { files, random } = context.process.host;
  const path = `/tmp/kubectl-edit-${String(1_000_000_000 + random.int(3_000_000_000))}.yaml`;
  files.mkdir('/tmp', { parents: true });
  const original = toYaml(sortKeys(target.object));
  let before = original;
  let refused: string | undefined;
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const notes = refused === undefined ? [] : [`# ${refused}`, '#'];
    files.write(path, [...header, ...notes, before].join('\n'));
    yield* runEditor(context, path);
    const after = withoutComments(files.read(path));
    if (after === before && refused !== undefined) break;
    if (after === original || after.trim() === '') {
      files.remove(path);
      const why = after.trim() === '' ? 'saved file was empty' : 'no changes made';
      context.err(`Edit cancelled, ${why}.\n`);
      return undefined;
    }
    const outcome = save(context, target, after);
    if (typeof outcome !== 'string') {
      files.remove(path);
      if (outcome === target.object) context.err('Edit cancelled, no changes made.\n');
      return outcome === target.object ? undefined : outcome;
    }
    context.err(`error: ${outcome}\n`);
    refused = outcome;
    before = after;
  }
  context.err(`A copy of your changes has been stored to ${JSON.stringify(path)}\n`);
  throw new CommandError('error: Edit cancelled, no valid changes were saved.');
}

function withoutComments(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n');
}

/** The changed object, or why it was refused. */
function save(context: Context, { kind, object }: Target, text: string): KubeObject | string {
  const { name, namespace = '' } = object.metadata;
  const what = `${resourceName(kind)} ${JSON.stringify(name)}`;
  const { documents, error } = parseManifests(text);
  const edited = documents[0];
  if (error !== undefined || !isMap(edited)) return `${what} is invalid`;
  const from = sortKeys(object) as JsonObject;
  const body = twoWayPatch(from, edited as JsonObject, kind);
  if (body instanceof PatchError) return `${what} could not be patched: ${body.message}`;
  if (isEqual(body, {})) return object;
  const patch: Patch = { type: 'strategic', body };
  const answer = context.cluster.api.patch(kind, namespace, name, patch, { fieldValidation: 'Strict' });
  printWarnings(context, answer);
  if (answer.ok) return answer.object;
  const { reason, message } = answer.status;
  if (reason === 'NotFound') return `${what} could not be found on the server`;
  return reason === 'Invalid' || reason === 'BadRequest'
    ? `${what} is invalid`
    : `${what} could not be patched: ${message}`;
}

/** Runs the editor on a file, through a shell as kubectl does. */
function* runEditor({ process }: Context, path: string): Generator<Wait, void, void> {
  const { host, env, cwd, stdin, stdout, stderr } = process;
  const editor = env.get('KUBE_EDITOR') || env.get('EDITOR');
  if (!editor) {
    throw usageError(
      'there is no editor on this machine: set KUBE_EDITOR to a command that changes a file, such as KUBE_EDITOR="sed -i s/old/new/" kubectl edit …',
    );
  }
  const shell = ['bash', 'sh'].map((name) => host.lookup(name, env, cwd)).find(isProgram);
  if (!shell) throw usageError(`unable to launch the editor ${JSON.stringify(editor)}`);
  const argv = ['sh', '-c', `${editor} ${path}`];
  const child = host.spawn(shell, { argv, env, cwd, stdin, stdout, stderr });
  while (child.exitCode() === undefined) yield { ready: () => child.exitCode() !== undefined };
  if (child.exitCode() !== 0)
    throw usageError(`there was a problem with the editor ${JSON.stringify(editor)}`);
}

function isProgram(found: Program | 'not-executable' | undefined): found is Program {
  return typeof found === 'function';
}
