// kubectl rollout restart, pause and resume.
import type { Kind, KubeObject } from '../../../sim/index.ts';
import { formatRfc3339, isEqual, resourceName } from '../../../sim/index.ts';
import type { Command, Context } from '../../command.ts';
import { report } from '../../command.ts';
import { fieldManagerFlag, printFlags } from '../../flag-sets.ts';
import { outcomePrinter } from '../../outcome.ts';
import type { Problem } from '../../problems.ts';
import { rolloutStrategy } from './strategies.ts';
import type { RolloutStrategy } from './strategy.ts';
import { rolloutFlags, rolloutTargets } from './targets.ts';

const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

/** The merge patch that does it, or why it cannot be done. */
type Plan = { readonly body: unknown } | { readonly text: string };

function command(
  word: string,
  summary: string,
  done: string,
  plan: (context: Context, kind: Kind, object: KubeObject, strategy: RolloutStrategy | undefined) => Plan,
): Command {
  return {
    words: ['rollout', word],
    summary,
    usage: `kubectl rollout ${word} RESOURCE [options]`,
    flags: [...rolloutFlags, ...printFlags, fieldManagerFlag],
    *run(context) {
      const { targets, problems } = yield* rolloutTargets(context);
      const failed: Problem[] = [...problems];
      const print = outcomePrinter(context);
      for (const { kind, object } of targets) {
        const planned = plan(context, kind, object, rolloutStrategy(kind));
        if ('text' in planned) {
          failed.push(planned);
          continue;
        }
        const { name, namespace = '' } = object.metadata;
        const patch = { type: 'merge', body: planned.body } as const;
        const answer = context.cluster.api.patch(kind, namespace, name, patch);
        if (!answer.ok) failed.push({ status: answer.status });
        else if (word === 'restart' && isEqual(answer.object, object)) failed.push({ text: tooSoon(name) });
        else print(kind, answer.object, done);
      }
      return report(context, failed);
    },
  };
}

export const rolloutRestart = command(
  'restart',
  'Restart a resource',
  'restarted',
  ({ process }, kind, object, strategy) => {
    const what = `${resourceName(kind)} ${JSON.stringify(object.metadata.name)}`;
    if (!strategy) return { text: `${what} restarting is not supported` };
    if (strategy.pause?.isPaused(object)) {
      return { text: `${what} can't restart paused deployment (run rollout resume first)` };
    }
    const annotations = { [RESTARTED_AT]: formatRfc3339(process.host.now()) };
    return { body: { spec: { template: { metadata: { annotations } } } } };
  },
);

export const rolloutPause = command(
  'pause',
  'Mark the provided resource as paused',
  'paused',
  (_, kind, object, strategy) => {
    const what = `${resourceName(kind)} ${JSON.stringify(object.metadata.name)}`;
    if (!strategy?.pause) return { text: `${what} pausing is not supported` };
    if (strategy.pause.isPaused(object)) return { text: `${what} is already paused` };
    return { body: { spec: { paused: true } } };
  },
);

export const rolloutResume = command(
  'resume',
  'Resume a paused resource',
  'resumed',
  (_, kind, object, strategy) => {
    const what = `${resourceName(kind)} ${JSON.stringify(object.metadata.name)}`;
    if (!strategy?.pause) return { text: `${what} resuming is not supported` };
    if (!strategy.pause.isPaused(object)) return { text: `${what} is not paused` };
    return { body: { spec: { paused: null } } };
  },
);

function tooSoon(name: string): string {
  return `failed to create patch for ${name}: if restart has already been triggered within the past second, please wait before attempting to trigger another`;
}
