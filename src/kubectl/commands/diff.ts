// kubectl diff: what would change if the files were applied, in the form of `diff -u -N`.
import type { KubeObject, Process, Program, Wait } from '../../sim/index.ts';
import { formatRfc3339, toYaml } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { CommandError, helpfulError, report, usageError } from '../command.ts';
import { fieldManagerFlag, filenameFlags, printFlags, selectorFlag } from '../flag-sets.ts';
import type { Manifest } from '../manifest-files.ts';
import { isManifest, readManifests } from '../manifest-files.ts';
import { maskedSecrets } from '../masked-secrets.ts';
import { sortKeys } from '../printers/index.ts';
import { unifiedDiff } from '../unified-diff.ts';
import { wouldApply } from '../would-apply.ts';
import { isSelected } from './create.ts';

/** Differences are exit code 1, failures more than that. */
const FAILED = 2;

export const diff: Command = {
  words: ['diff'],
  summary: 'Diff the live version against a would-be applied version',
  usage: 'kubectl diff -f FILENAME [options]',
  flags: [
    ...filenameFlags,
    selectorFlag,
    fieldManagerFlag,
    ...printFlags.filter(({ name }) => name === 'show-managed-fields'),
    {
      name: 'concurrency',
      type: 'int',
      default: '1',
      help: 'How many objects to compare at a time; the answer is the same',
    },
    { name: 'server-side', type: 'bool', help: 'Merge in the server', unsupported: 'leave it out' },
    { name: 'force-conflicts', type: 'bool', help: 'Merge in the server', unsupported: 'leave it out' },
    { name: 'prune', type: 'bool', help: 'Show deletions', unsupported: 'use kubectl get with -l' },
    { name: 'prune-allowlist', type: 'each', help: 'Kinds to prune', unsupported: 'use kubectl get with -l' },
  ],
  *run(context) {
    try {
      return yield* compareAll(context);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      throw new CommandError(error.message, FAILED);
    }
  },
};

function* compareAll(context: Context): Generator<Wait, number, void> {
  const { args, flags } = context;
  if (args.length > 0) throw helpfulError(diff, `Unexpected args: [${args.join(' ')}]`);
  if (!flags.has('filename')) throw usageError('must specify one of -f and -k');
  const { entries } = yield* readManifests(context, { validates: true });
  const pairs: Pair[] = [];
  for (const entry of entries) {
    if (isManifest(entry) && !isSelected(context, entry)) continue;
    const outcome = isManifest(entry) ? wouldApply(context, entry) : { problem: entry };
    if ('problem' in outcome) {
      report(context, [outcome.problem]);
      return FAILED;
    }
    pairs.push(pairOf(entry as Manifest, outcome.live, outcome.merged));
  }
  pairs.sort((a, b) => (a.name < b.name ? -1 : 1));
  return yield* show(context, pairs);
}

/** The two texts of one object, under the name of the files that they would stand in. */
interface Pair {
  readonly name: string;
  readonly live: string;
  readonly merged: string;
}

function pairOf({ kind, name, namespace }: Manifest, live: KubeObject | undefined, merged: KubeObject): Pair {
  const [before, after] = maskedSecrets(live, merged);
  const parts = [...(kind.group ? [kind.group] : []), kind.version, kind.kind, namespace, name];
  return {
    name: parts.join('.'),
    live: before ? toYaml(sortKeys(before)) : '',
    merged: toYaml(sortKeys(after)),
  };
}

/** Shows the differences; returns the exit code. */
function* show(context: Context, pairs: readonly Pair[]): Generator<Wait, number, void> {
  const { process, out } = context;
  const [live, merged] = ['LIVE', 'MERGED'].map(
    (word) => `/tmp/${word}-${1_000_000_000 + process.host.random.int(3_000_000_000)}`,
  ) as [string, string];
  const program = process.env.get('KUBECTL_EXTERNAL_DIFF') ?? '';
  if (program !== '')
    return yield* showElsewhere(process, program.split(' ').filter(Boolean), pairs, live, merged);
  const time = `${formatRfc3339(process.host.now()).replace('T', ' ').replace('Z', '')}.${String(process.host.now() % 1000).padStart(3, '0')}000000 +0000`;
  let exitCode = 0;
  for (const pair of pairs) {
    const hunks = unifiedDiff(pair.live, pair.merged);
    if (hunks === '') continue;
    exitCode = 1;
    const [from, to] = [`${live}/${pair.name}`, `${merged}/${pair.name}`];
    out(`diff -u -N ${from} ${to}\n--- ${from}\t${time}\n+++ ${to}\t${time}\n${hunks}`);
  }
  return exitCode;
}

/** Leaves the showing to the program of $KUBECTL_EXTERNAL_DIFF, which gets two directories. */
function* showElsewhere(
  process: Process,
  words: readonly string[],
  pairs: readonly Pair[],
  live: string,
  merged: string,
): Generator<Wait, number, void> {
  const { host, env, cwd, stdin, stdout, stderr } = process;
  const [name = ''] = words;
  const program = host.lookup(name, env, cwd);
  if (!isProgram(program)) {
    throw usageError(`failed to run ${JSON.stringify(name)}: executable file not found in $PATH`);
  }
  try {
    for (const directory of [live, merged]) host.files.mkdir(directory, { parents: true });
    for (const pair of pairs) {
      host.files.write(`${live}/${pair.name}`, pair.live);
      host.files.write(`${merged}/${pair.name}`, pair.merged);
    }
    const argv = [...words, live, merged];
    const child = host.spawn(program, { argv, env, cwd, stdin, stdout, stderr });
    while (child.exitCode() === undefined) yield { ready: () => child.exitCode() !== undefined };
    const exitCode = child.exitCode() ?? 0;
    if (exitCode > 1) throw usageError(`exit status ${exitCode}`);
    return exitCode;
  } finally {
    for (const directory of [live, merged]) host.files.remove(directory, { recursive: true });
  }
}

function isProgram(found: Program | 'not-executable' | undefined): found is Program {
  return typeof found === 'function';
}
