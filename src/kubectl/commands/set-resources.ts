// kubectl set resources: changes the limits and requests of containers.
import { formatQuantity, parseQuantity } from '../../sim/index.ts';
import { recorded } from '../change-cause.ts';
import type { Command, Context } from '../command.ts';
import { report, usageError } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import { changeFlags, recordFlag } from '../flag-sets.ts';
import { localFlag } from '../local.ts';
import type { JsonMap } from '../manifest-files.ts';
import { mapAt } from '../objects.ts';
import { outcomePrinter } from '../outcome.ts';
import type { Sent } from '../pod-spec-change.ts';
import {
  containersFlag,
  podSpecOf,
  selectedContainers,
  sendChange,
  withContainers,
} from '../pod-spec-change.ts';
import type { Problem } from '../problems.ts';
import type { Target } from '../targets.ts';
import { findTargets } from '../targets.ts';

export const setResources: Command = {
  words: ['set', 'resources'],
  summary: 'Update resource requests/limits on objects with pod templates',
  usage:
    'kubectl set resources (-f FILENAME | TYPE NAME)  ([--limits=LIMITS & --requests=REQUESTS] [options]',
  flags: [
    ...changeFlags,
    recordFlag,
    containersFlag,
    { name: 'limits', type: 'string', help: 'The most of each resource, as cpu=200m,memory=512Mi' },
    {
      name: 'requests',
      type: 'string',
      help: 'What to keep free of each resource, as cpu=100m,memory=256Mi',
    },
    localFlag,
  ],
  *run(context) {
    dryRunOf(context);
    const print = outcomePrinter(context);
    const { targets, problems } = yield* findTargets(context);
    if (problems.length > 0) return report(context, problems);
    const amounts = readAmounts(context);
    // Containers that there are not are known before the first patch is sent.
    const missing: Problem[] = [];
    const failed: Problem[] = [];
    for (const target of targets) {
      const outcome = changeResources(context, target, amounts);
      if (outcome === 'no container') {
        missing.push({ text: `error: unable to find container named ${context.flags.text('containers')}` });
      } else if ('problem' in outcome) failed.push(outcome.problem);
      else if (outcome.isChanged) print(target.kind, outcome.object, 'resource requirements updated');
    }
    return report(context, [...missing, ...failed]);
  },
};

type Amounts = Readonly<Record<string, string>>;

interface AllAmounts {
  readonly limits: Amounts;
  readonly requests: Amounts;
}

function readAmounts({ flags }: Context): AllAmounts {
  const [limits = '', requests = ''] = ['limits', 'requests'].map(flags.text);
  if (limits === '' && requests === '') {
    throw usageError('you must specify an update to requests or limits (in the form of --requests/--limits)');
  }
  return { limits: readList(limits), requests: readList(requests) };
}

function readList(text: string): Amounts {
  const entries = (text === '' ? [] : text.split(',')).map((statement) => {
    const [name = '', amount, ...more] = statement.split('=');
    if (amount === undefined || more.length > 0) {
      throw usageError(`Invalid argument syntax ${statement}, expected <resource>=<value>`);
    }
    const parsed = parseQuantity(amount);
    if (!parsed.ok) throw usageError(parsed.error);
    return [name, formatQuantity(parsed.value)] as const;
  });
  return Object.fromEntries(entries);
}

function changeResources(context: Context, target: Target, amounts: AllAmounts): Sent | 'no container' {
  const { object } = target;
  const path = podSpecOf(target);
  if ('text' in path || 'status' in path) return { problem: path };
  const pattern = context.flags.text('containers') ?? '*';
  if (selectedContainers(object, path, pattern).length === 0) return 'no container';
  const changed = withContainers(object, path, pattern, (container) => withAmounts(container, amounts));
  const failing = 'failed to patch resources update to pod template';
  return sendChange(context, target, recorded(context, changed), failing);
}

function withAmounts(container: JsonMap, amounts: AllAmounts): JsonMap {
  const resources: Record<string, unknown> = { ...mapAt(container, 'resources') };
  for (const list of ['limits', 'requests'] as const) {
    if (Object.keys(amounts[list]).length > 0) {
      resources[list] = { ...mapAt(resources, list), ...amounts[list] };
    }
  }
  return { ...container, resources };
}
