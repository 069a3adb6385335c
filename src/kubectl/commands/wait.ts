// kubectl wait: lets time pass until objects are as asked for.
import type { Condition, Kind, KubeObject, Wait } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { report, usageError } from '../command.ts';
import { allFlag, allNamespacesFlag, filenameFlags, outputFlag, selectorFlag } from '../flag-sets.ts';
import { listAt, numberAt } from '../objects.ts';
import { outcomePrinter } from '../outcome.ts';
import { printerFor } from '../printers/index.ts';
import type { Problem } from '../problems.ts';
import type { Request } from '../resources.ts';
import { select } from '../resources.ts';
import { readFileTargets, requestsOf } from '../targets.ts';

export const wait: Command = {
  words: ['wait'],
  summary: 'Wait for a specific condition on one or many resources',
  usage:
    "kubectl wait ([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) [--for=create|--for=delete|--for condition=available|--for=jsonpath='{}'[=value]] [options]",
  flags: [
    ...filenameFlags,
    selectorFlag,
    allFlag,
    allNamespacesFlag,
    outputFlag,
    {
      name: 'for',
      type: 'string',
      help: 'create, delete, condition=NAME[=VALUE] or jsonpath={PATH}[=VALUE]',
    },
    { name: 'timeout', type: 'duration', default: '30s', help: 'How long to wait; 0: only look' },
    { name: 'field-selector', type: 'string', help: 'Field selector', unsupported: 'use -l or names' },
  ],
  *run(context) {
    const goal = readGoal(context.flags.text('for') ?? '');
    const requests = context.flags.has('filename')
      ? (yield* readFileTargets(context)).requests
      : requestsOf(context, context.args);
    return yield* waitForAll(context, requests, goal);
  },
};

/** What is waited for. */
interface Goal {
  readonly type: 'create' | 'delete' | 'state';
  /** Whether an object is as wanted. */
  isMet(kind: Kind, object: KubeObject): boolean;
}

function readGoal(text: string): Goal {
  const lower = text.toLowerCase();
  if (lower === 'delete') return { type: 'delete', isMet: () => false };
  if (lower === 'create') return { type: 'create', isMet: () => true };
  if (text.startsWith('condition=')) return conditionGoal(text.slice('condition='.length));
  if (text.startsWith('jsonpath=')) return pathGoal(text.slice('jsonpath='.length));
  throw usageError(`unrecognized condition: ${JSON.stringify(text)}`);
}

function conditionGoal(text: string): Goal {
  const equals = text.indexOf('=');
  const [name, value] = equals < 0 ? [text, 'True'] : [text.slice(0, equals), text.slice(equals + 1)];
  return {
    type: 'state',
    isMet(_, object) {
      const conditions = listAt(object, 'status', 'conditions') as readonly Condition[];
      const found = conditions.find((it) => it.type?.toLowerCase() === name.toLowerCase());
      if (!found) return false;
      const generation = object.metadata.generation ?? 0;
      const observed = found.observedGeneration ?? numberAt(object, 'status', 'observedGeneration');
      if (observed !== undefined && observed < generation) return false;
      return found.status?.toLowerCase() === value.toLowerCase();
    },
  };
}

/** `{.status.phase}=Running`; without a value, that there is anything at the path. */
function pathGoal(text: string): Goal {
  const end = text.lastIndexOf('}');
  const equals = text.indexOf('=', Math.max(end, 0));
  const [path, value] = equals < 0 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
  if (path === '')
    throw usageError("jsonpath wait format must be --for=jsonpath='{}'=condition or --for=jsonpath='{}'");
  if (value === '') throw usageError('jsonpath wait has to have a value after equal sign');
  const braced = path.startsWith('{') ? path : `{${path.startsWith('.') ? '' : '.'}${path}}`;
  const print = printerFor(`jsonpath=${braced}`);
  const wanted = value?.replace(/^(['"])(.*)\1$/, '$2');
  return {
    type: 'state',
    isMet(kind, object) {
      const found = print?.([{ kind, object }], false) ?? '';
      return wanted === undefined ? found !== '' : found === wanted;
    },
  };
}

function* waitForAll(
  context: Context,
  requests: readonly Request[],
  goal: Goal,
): Generator<Wait, number, void> {
  const { process, flags } = context;
  const timeoutMs = flags.durationMs('timeout');
  // A negative time is taken for a week.
  const untilMs = process.host.now() + (timeoutMs < 0 ? 7 * 24 * 3600 * 1000 : timeoutMs);
  const problems: Problem[] = [];
  const print = outcomePrinter(context);
  let count = 0;
  if (goal.type === 'create') yield* untilCreated(context, requests, untilMs);
  for (const request of requests) {
    const found = select(context, request, { selector: flags.text('selector') });
    const isNamed = request.names.length > 0;
    const missing = goal.type === 'delete' ? [] : found.problems;
    problems.push(...missing);
    count += found.objects.length + (isNamed ? found.problems.length : 0);
    for (const object of found.objects) {
      const problem = yield* waitForOne(context, request.kind, object, goal, untilMs);
      if (problem) problems.push(problem);
      else print(request.kind, object, 'condition met');
    }
  }
  if (count === 0 && goal.type !== 'delete') throw usageError('no matching resources found');
  return report(context, problems);
}

function* untilCreated(
  context: Context,
  requests: readonly Request[],
  untilMs: number,
): Generator<Wait, void, void> {
  for (const request of requests) {
    const isThere = () => {
      const { objects, problems } = select(context, request, { selector: context.flags.text('selector') });
      return objects.length > 0 && problems.length === 0;
    };
    while (!isThere()) {
      if (context.process.host.now() >= untilMs) {
        const [name] = request.names;
        throw usageError(`timed out waiting for the condition on ${request.kind.plural}/${name ?? ''}`);
      }
      yield { ready: isThere, untilMs };
    }
  }
}

function* waitForOne(
  { cluster, process }: Context,
  kind: Kind,
  { metadata: { name, namespace = '', uid } }: KubeObject,
  goal: Goal,
  untilMs: number,
): Generator<Wait, Problem | undefined, void> {
  const live = () => cluster.view.get(kind, namespace, name);
  const isDone = () => {
    const object = live();
    const isSame = object?.metadata.uid === uid;
    if (goal.type === 'delete') return !isSame;
    return object !== undefined && goal.isMet(kind, object);
  };
  while (!isDone()) {
    if (process.host.now() >= untilMs) {
      return { text: `timed out waiting for the condition on ${kind.plural}/${name}` };
    }
    yield { ready: isDone, untilMs };
  }
  return undefined;
}
