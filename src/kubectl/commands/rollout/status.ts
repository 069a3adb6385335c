// kubectl rollout status: tells how far a rollout is, and waits for its end.
import type { Wait } from '../../../sim/index.ts';
import type { Command, Context } from '../../command.ts';
import { CommandError, report, usageError } from '../../command.ts';
import type { Target } from '../../targets.ts';
import { groupKind, rolloutStrategy } from './strategies.ts';
import { rolloutFlags, rolloutTargets } from './targets.ts';

export const rolloutStatus: Command = {
  words: ['rollout', 'status'],
  summary: 'Show the status of the rollout',
  usage: 'kubectl rollout status (TYPE NAME | TYPE/NAME) [flags] [options]',
  flags: [
    ...rolloutFlags,
    { name: 'watch', short: 'w', type: 'bool', default: 'true', help: 'Wait until the rollout is done' },
    { name: 'timeout', type: 'duration', default: '0s', help: 'How long to wait; 0: until it is done' },
    { name: 'revision', type: 'int', default: '0', help: 'Fail unless this revision is rolled out' },
  ],
  *run(context) {
    const { targets, problems } = yield* rolloutTargets(context);
    const revision = context.flags.int('revision') ?? 0;
    if (revision < 0) throw usageError(`revision must be a positive integer: ${revision}`);
    if (problems.length > 0) return report(context, problems);
    for (const target of targets) yield* follow(context, target);
    return 0;
  },
};

/** Prints a line for every change of the object until its rollout is done. */
function* follow(context: Context, { kind, object }: Target): Generator<Wait, void, void> {
  const strategy = rolloutStrategy(kind);
  if (!strategy) throw usageError(`no status viewer has been implemented for ${groupKind(kind)}`);
  const { cluster, flags, process } = context;
  const timeoutMs = flags.durationMs('timeout');
  const untilMs = timeoutMs > 0 ? process.host.now() + timeoutMs : undefined;
  const { uid } = object.metadata;
  const revision = flags.int('revision') ?? 0;
  const changes = cluster.api.watch(kind, (it) => it.metadata.uid === uid);
  try {
    let state = strategy.status(object, revision);
    context.out(state.text);
    while (!state.isDone && flags.bool('watch')) {
      if (untilMs !== undefined && process.host.now() >= untilMs) {
        throw usageError('timed out waiting for the condition');
      }
      yield { ready: () => changes.isReady(), ...(untilMs === undefined ? {} : { untilMs }) };
      for (const change of changes.take()) {
        if (change.type === 'DELETED') {
          throw new CommandError('error: object has been deleted');
        }
        state = strategy.status(change.after, revision);
        context.out(state.text);
        if (state.isDone) return;
      }
    }
  } finally {
    changes.stop();
  }
}
