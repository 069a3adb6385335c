// kubectl wait: lets time pass until objects are as asked for.
import type { Kind, KubeObject, Wait } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { report, usageError } from '../command.ts';
import {
  allFlag,
  allNamespacesFlag,
  fieldSelectorFlag,
  filenameFlags,
  printFlags,
  selectorFlag,
} from '../flag-sets.ts';
import { outcomePrinter } from '../outcome.ts';
import type { Problem } from '../problems.ts';
import type { Request } from '../resources.ts';
import { select } from '../resources.ts';
import { readFileTargets, requestsOf } from '../targets.ts';
import type { Goal } from '../wait-goal.ts';
import { readGoal } from '../wait-goal.ts';

export const wait: Command = {
  words: ['wait'],
  summary: 'Experimental: Wait for a specific condition on one or many resources',
  usage:
    "kubectl wait ([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) [--for=create|--for=delete|--for condition=available|--for=jsonpath='{}'[=value]] [options]",
  flags: [
    ...filenameFlags.filter(({ name }) => name !== 'kustomize'),
    selectorFlag,
    fieldSelectorFlag,
    allFlag,
    allNamespacesFlag,
    ...printFlags,
    { name: 'local', type: 'bool', help: 'Do not ask the server', unsupported: 'only the server knows' },
    {
      name: 'for',
      type: 'string',
      help: 'create, delete, condition=NAME[=VALUE] or jsonpath={PATH}[=VALUE]',
    },
    { name: 'timeout', type: 'duration', default: '30s', help: 'How long to wait; 0: only look' },
  ],
  *run(context) {
    const goal = readGoal(context.flags.text('for') ?? '');
    const requests = context.flags.has('filename')
      ? (yield* readFileTargets(context)).requests
      : requestsOf(context, context.args);
    return yield* waitForAll(context, requests, goal);
  },
};

const WEEK_MS = 7 * 24 * 3600 * 1000;

function* waitForAll(
  context: Context,
  requests: readonly Request[],
  goal: Goal,
): Generator<Wait, number, void> {
  const { process, flags } = context;
  const timeoutMs = flags.durationMs('timeout');
  const untilMs = process.host.now() + (timeoutMs < 0 ? WEEK_MS : timeoutMs);
  const problems: Problem[] = [];
  const print = outcomePrinter(context);
  let count = 0;
  if (goal.type === 'create') yield* untilCreated(context, requests, untilMs);
  for (const request of requests) {
    const found = select(context, request);
    const isNamed = request.names.length > 0;
    const missing = goal.type === 'delete' ? [] : found.problems;
    problems.push(...missing);
    count += found.objects.length + (isNamed ? found.problems.length : 0);
    for (const object of found.objects) {
      const outcome = yield* waitForOne(context, request.kind, object, goal, untilMs);
      if ('problem' in outcome) problems.push(outcome.problem);
      else print(request.kind, outcome.object, 'condition met');
    }
  }
  if (count === 0 && goal.type !== 'delete') throw usageError('no matching resources found');
  return report(context, problems);
}

/** Waits for what is named; what a selector finds is there or not. Throws `CommandError`. */
function* untilCreated(
  context: Context,
  requests: readonly Request[],
  untilMs: number,
): Generator<Wait, void, void> {
  for (const request of requests) {
    if (request.names.length === 0) continue;
    const isThere = () => select(context, request).problems.length === 0;
    while (!isThere()) {
      if (context.process.host.now() >= untilMs) throw usageError('timed out waiting for the condition');
      yield { ready: isThere, untilMs };
    }
  }
}

type Outcome = { readonly object: KubeObject } | { readonly problem: Problem };

function* waitForOne(
  { cluster, process, flags }: Context,
  kind: Kind,
  object: KubeObject,
  goal: Goal,
  untilMs: number,
): Generator<Wait, Outcome, void> {
  const { name, namespace = '', uid } = object.metadata;
  const live = () => cluster.view.get(kind, namespace, name);
  const isDone = () => {
    const now = live();
    if (goal.type === 'delete') return now?.metadata.uid !== uid;
    return now === undefined || goal.isMet(now);
  };
  const onlyLooks = flags.durationMs('timeout') === 0;
  while (!isDone()) {
    if (onlyLooks) return { problem: { text: `condition not met for ${kind.plural}/${name}` } };
    if (process.host.now() >= untilMs) {
      return { problem: { text: `timed out waiting for the condition on ${kind.plural}/${name}` } };
    }
    yield { ready: isDone, untilMs };
  }
  if (goal.type === 'delete') return { object };
  const answer = cluster.api.get(kind, namespace, name);
  return answer.ok ? { object: answer.object } : { problem: { status: answer.status } };
}
