// kubectl delete: asks for objects to go, and waits until they have.
import type { DeleteOptions, Kind, KubeObject, Wait } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { CommandError, report, usageError } from '../command.ts';
import { isConfirmed } from '../delete-confirmation.ts';
import { cascadeFlag, cascadeOf, gracePeriodFlag } from '../deletion-flags.ts';
import { dryRunOf, dryRunSuffix } from '../dry-run.ts';
import {
  allFlag,
  allNamespacesFlag,
  dryRunFlag,
  fieldSelectorFlag,
  filenameFlags,
  selectorFlag,
} from '../flag-sets.ts';
import type { JsonMap } from '../manifest-files.ts';
import { asObject } from '../objects.ts';
import { prefixOf } from '../printers/table.ts';
import type { Problem } from '../problems.ts';
import { sendRaw } from '../raw-request.ts';
import type { Request } from '../resources.ts';
import { select } from '../resources.ts';
import { matcherOf, selectorsOf } from '../selectors.ts';
import { readFileTargets, requestsOf } from '../targets.ts';

export const deleteCommand: Command = {
  words: ['delete'],
  summary: 'Delete resources by file names, stdin, resources and names, or by resources and label selector',
  usage: 'kubectl delete ([-f FILENAME] | TYPE [(NAME | -l label | --all)]) [options]',
  flags: [
    ...filenameFlags,
    allFlag,
    selectorFlag,
    allNamespacesFlag,
    fieldSelectorFlag,
    { name: 'interactive', short: 'i', type: 'bool', help: 'Show what would be deleted, and ask' },
    { name: 'raw', type: 'string', help: 'A path to DELETE, with the file of -f as options' },
    gracePeriodFlag,
    { name: 'now', type: 'bool', help: 'Same as --grace-period=1' },
    {
      name: 'force',
      type: 'bool',
      help: 'With --grace-period=0, forget the object at once without waiting for the node',
    },
    cascadeFlag,
    { name: 'wait', type: 'bool', default: 'true', help: 'Return only when the objects are gone' },
    { name: 'timeout', type: 'duration', default: '0s', help: 'How long to wait; 0: until they are gone' },
    { name: 'ignore-not-found', type: 'bool', help: 'Take "not found" as success' },
    { name: 'output', short: 'o', type: 'string', help: 'name: print TYPE/NAME only' },
    dryRunFlag,
  ],
  *run(context) {
    if (context.flags.text('raw')) return yield* sendRaw(context, 'DELETE');
    const options = readOptions(context);
    const { requests, problems } = yield* readTargets(context);
    if (options.isForced) context.err(`Warning: ${immediate}\n`);
    const failed: Problem[] = [...problems];
    const deleted: Deleted[] = [];
    const targets = requests.flatMap((request) => targetsOf(context, request));
    if (context.flags.bool('interactive') && targets.length > 0) {
      const doomed = targets.map(({ request: { kind }, name }) => ({ kind, name }));
      if (!(yield* isConfirmed(context, doomed))) return 0;
    }
    for (const target of targets) {
      const outcome = deleteOne(context, target, options);
      if ('problem' in outcome) failed.push(...toList(outcome.problem));
      else deleted.push({ kind: target.request.kind, object: outcome.object });
    }
    const found = targets.length;
    if (found === 0 && failed.length === 0) context.out('No resources found\n');
    const exitCode = report(context, failed);
    if (options.isDry || !context.flags.bool('wait') || exitCode !== 0) return exitCode;
    return yield* waitUntilGone(context, deleted, options.timeoutMs);
  },
};

interface Deleted {
  readonly kind: Kind;
  readonly object: KubeObject;
}

interface Options extends DeleteOptions {
  readonly dryRun: boolean;
  readonly isDry: boolean;
  readonly isForced: boolean;
  readonly suffix: string;
  readonly timeoutMs: number;
}

interface Requests {
  readonly requests: readonly Request[];
  readonly problems: readonly Problem[];
}

function* readTargets(context: Context): Generator<Wait, Requests, void> {
  if (context.flags.has('filename')) return yield* readFileTargets(context);
  if (context.args.length === 0 && context.flags.bool('all')) {
    throw usageError('at least one resource must be specified to use a selector');
  }
  return { requests: requestsOf(context, context.args), problems: [] };
}

/** One object that is to go. Whether one that was named is there, the API server says. */
interface Target {
  readonly request: Request;
  readonly name: string;
  readonly namespace: string;
}

function targetsOf(context: Context, request: Request): readonly Target[] {
  if (request.manifest !== undefined) return targetsOfFile(context, request, request.manifest);
  if (request.names.length === 0 || context.isAllNamespaces || hasSelectors(context)) {
    return select(context, request).objects.map(({ metadata: { name, namespace = '' } }) => ({
      request,
      name,
      namespace,
    }));
  }
  const namespace = request.kind.namespaced ? (request.namespace ?? context.namespace) : '';
  return request.names.map((name) => ({ request, name, namespace }));
}

/** What a file names goes by the labels that the file gives it. */
function targetsOfFile(context: Context, request: Request, manifest: JsonMap): readonly Target[] {
  const { kind, names, namespace = context.namespace } = request;
  const matches = matcherOf(kind, { ...selectorsOf(context), fields: '' });
  if (!matches(asObject(manifest))) return [];
  return names.map((name) => ({ request, name, namespace: kind.namespaced ? namespace : '' }));
}

/** A name beside a selector, or beside all, is a contradiction. */
function hasSelectors(context: Context): boolean {
  const { labels, fields } = selectorsOf(context);
  if (labels !== '' || fields !== '') return true;
  if (context.flags.bool('all')) throw usageError('name cannot be provided when a selector is specified');
  return false;
}

function toList<T>(item: T | undefined): readonly T[] {
  return item === undefined ? [] : [item];
}

function readOptions(context: Context): Options {
  const { flags } = context;
  const propagationPolicy = cascadeOf(context);
  const isForced = flags.bool('force');
  let grace = flags.int('grace-period') ?? -1;
  if (flags.bool('now')) {
    if (grace !== -1) throw usageError('--now and --grace-period cannot be specified together');
    grace = 1;
  }
  if (isForced && grace > 0)
    throw usageError('--force and --grace-period greater than 0 cannot be specified together');
  if (isForced && grace < 0) grace = 0;
  if (grace === 0 && !isForced) grace = 1;
  const format = flags.text('output') ?? '';
  if (format !== '' && format !== 'name') {
    throw usageError(`unexpected -o output mode: ${format}. We only support '-o name'`);
  }
  const dryRun = dryRunOf(context);
  return {
    propagationPolicy,
    ...(grace >= 0 ? { gracePeriodSeconds: grace } : {}),
    dryRun: dryRun === 'server',
    isDry: dryRun !== 'none',
    isForced: isForced && grace === 0,
    suffix: dryRunSuffix(dryRun),
    timeoutMs: flags.durationMs('timeout'),
  };
}

const immediate =
  'Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.';

type Outcome = { readonly object: KubeObject } | { readonly problem: Problem | undefined };

function deleteOne(context: Context, { request, name, namespace }: Target, options: Options): Outcome {
  const { kind, source } = request;
  const mistake = mistakeIn(context, request, name);
  if (mistake !== undefined) {
    return { problem: { text: `error when deleting ${JSON.stringify(source)}: ${mistake}` } };
  }
  const { api } = context.cluster;
  const answer = isOnlySaid(options)
    ? api.get(kind, namespace, name)
    : api.delete(kind, namespace, name, options);
  if (!answer.ok && !isOnlySaid(options)) {
    const { status } = answer;
    if (status.reason === 'NotFound' && context.flags.bool('ignore-not-found')) return { problem: undefined };
    const doing = source === undefined ? {} : { doing: `error when deleting ${JSON.stringify(source)}` };
    return { problem: { status, ...doing } };
  }
  const label = prefixOf(kind);
  if (context.flags.text('output') === 'name') context.out(`${label}/${name}\n`);
  else {
    const verb = options.isForced ? 'force deleted' : 'deleted';
    const place = kind.namespaced ? ` from ${namespace} namespace` : '';
    context.out(`${label} ${JSON.stringify(name)} ${verb}${place}${options.suffix}\n`);
  }
  return answer.ok ? { object: answer.object } : { problem: undefined };
}

/** Why what a file names cannot be deleted. */
function mistakeIn(
  { isAllNamespaces }: Context,
  { kind, source }: Request,
  name: string,
): string | undefined {
  if (source === undefined) return undefined;
  if (name === '') return 'resource name may not be empty';
  if (!kind.namespaced || !isAllNamespaces) return undefined;
  return 'an empty namespace may not be set when a resource name is provided';
}

/** A dry run of the client says what it would do without asking whether it could. */
function isOnlySaid({ isDry, dryRun }: Options): boolean {
  return isDry && !dryRun;
}

function* waitUntilGone(
  context: Context,
  deleted: readonly Deleted[],
  timeoutMs: number,
): Generator<Wait, number, void> {
  const { process, cluster } = context;
  const untilMs = timeoutMs > 0 ? process.host.now() + timeoutMs : undefined;
  for (const { kind, object } of deleted) {
    const { namespace = '', name, uid } = object.metadata;
    const isGone = () => cluster.view.get(kind, namespace, name)?.metadata.uid !== uid;
    while (!isGone()) {
      if (untilMs !== undefined && process.host.now() >= untilMs) {
        throw new CommandError(`error: timed out waiting for the condition on ${kind.plural}/${name}`);
      }
      yield { ready: isGone, ...(untilMs === undefined ? {} : { untilMs }) };
    }
  }
  return 0;
}
