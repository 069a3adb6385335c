// kubectl logs: what containers wrote, as far back as their nodes keep it, and with -f what they write from then on.
import type { Pod, Wait } from '../../sim/index.ts';
import { PodKind } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { helpfulError, usageError } from '../command.ts';
import { selectorFlag } from '../flag-sets.ts';
import { refuseLogFlags } from '../log-flags.ts';
import type { LogStream } from '../log-streams.ts';
import { logStreams } from '../log-streams.ts';
import { findPod } from '../pods.ts';
import { matcherOf, selectorsOf } from '../selectors.ts';

export const logs: Command = {
  words: ['logs'],
  aliases: ['log'],
  summary: 'Print the logs for a container in a pod',
  usage: 'kubectl logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER] [options]',
  flags: [
    selectorFlag,
    { name: 'follow', short: 'f', type: 'bool', help: 'Go on with what is written from now on' },
    { name: 'previous', short: 'p', type: 'bool', help: 'The attempt of the container before this one' },
    { name: 'container', short: 'c', type: 'string', help: 'The container' },
    { name: 'all-containers', type: 'bool', help: 'All containers of the pods' },
    { name: 'all-pods', type: 'bool', help: 'All pods of a workload', unsupported: 'use -l' },
    { name: 'tail', type: 'int', default: '-1', help: 'How many of the last lines; -1: all' },
    {
      name: 'since',
      type: 'duration',
      default: '0s',
      help: 'Only lines younger than this, such as 5s or 3h',
    },
    { name: 'since-time', type: 'string', help: 'Only lines after this time (RFC 3339)' },
    { name: 'timestamps', type: 'bool', help: 'Write the time before every line' },
    { name: 'prefix', type: 'bool', help: 'Write pod and container before every line' },
    { name: 'limit-bytes', type: 'int', help: 'At most so many bytes' },
    { name: 'ignore-errors', type: 'bool', help: 'With -f, go on where one stream fails' },
    { name: 'max-log-requests', type: 'int', default: '5', help: 'How many streams to follow at most' },
    { name: 'insecure-skip-tls-verify-backend', type: 'bool', help: 'Has no effect here' },
    { name: 'pod-running-timeout', type: 'duration', default: '20s', help: 'Has no effect here' },
  ],
  *run(context) {
    refuseLogFlags(context);
    const streams = logStreams(context, readPods(context));
    const isFollowing = context.flags.bool('follow');
    const most = context.flags.int('max-log-requests') ?? 5;
    if (isFollowing && streams.length > most) {
      throw usageError(
        `you are attempting to follow ${streams.length} log streams, but maximum allowed concurrency is ${most}, use --max-log-requests to increase the limit`,
      );
    }
    for (const stream of streams) stream.start();
    if (isFollowing) yield* follow(streams);
    return 0;
  },
};

/** The pods whose logs are asked for. */
function readPods(context: Context): readonly Pod[] {
  const { args, flags, command, cluster, namespace } = context;
  const selector = flags.text('selector');
  if (selector) {
    if (args.length > 0) throw helpfulError(command, 'only a selector (-l) or a POD name is allowed');
    const includes = matcherOf(PodKind, selectorsOf(context));
    return cluster.api.list(PodKind, namespace).filter(includes);
  }
  const [first, second, ...more] = args;
  if (first === undefined || more.length > 0) throw helpfulError(command, expected);
  if (second !== undefined && flags.has('container')) {
    throw helpfulError(command, 'only one of -c or an inline [CONTAINER] arg is allowed');
  }
  return [
    findPod(context, first, {
      tells: true,
      purpose: 'get the logs from',
      missing: ({ message }) =>
        usageError(`error from server (NotFound): ${message} in namespace ${JSON.stringify(namespace)}`),
    }),
  ];
}

const expected =
  "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command";

function* follow(streams: readonly LogStream[]): Generator<Wait, void, void> {
  for (;;) {
    for (const stream of streams) stream.go();
    const open = streams.filter((stream) => stream.isOpen());
    if (open.length === 0) return;
    yield { ready: () => open.some((stream) => stream.isReady()) };
  }
}
