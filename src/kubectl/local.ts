// --local: works on what files say, without asking the API server.
import type { Context } from './command.ts';
import { usageError } from './command.ts';
import { dryRunOf } from './dry-run.ts';
import type { FlagSpec } from './flags.ts';

export const localFlag: FlagSpec = {
  name: 'local',
  type: 'bool',
  help: 'Change what the files of -f say, and print that; the API server is not asked',
};

const needsFile = (name: string) =>
  `can only use local files by -f ${name}.yaml or --filename=${name}.json when --local=true is set`;

const mustHaveFile = `you must specify resources by --filename when --local is set.\nExample resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'`;

/** What each command says where objects are named in another way. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['annotate', needsFile('rsrc')],
  ['label', needsFile('pod')],
  ['patch', 'cannot specify --local and server resources'],
  ['set image', mustHaveFile],
  ['set resources', mustHaveFile],
  ['set selector', mustHaveFile],
]);

/** Whether the call is local. Throws `CommandError` where it is and names what only the server has. */
export function isLocal(context: Context): boolean {
  const { flags, command } = context;
  if (!flags.bool('local')) return false;
  if (dryRunOf(context) === 'server') {
    throw usageError('cannot specify --local and --dry-run=server - did you mean --dry-run=client?');
  }
  const refusal = refusals.get(command.words.join(' '));
  if (refusal !== undefined && !flags.has('filename')) throw usageError(refusal);
  return true;
}

/** Whether the API server hears nothing of a change. */
export function staysHere(context: Context): boolean {
  return isLocal(context) || dryRunOf(context) === 'client';
}
