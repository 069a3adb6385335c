// kubectl set selector: changes which pods a Service sends its traffic to.
import type { KubeObject, Selector } from '../../sim/index.ts';
import { compareText, parseSelector } from '../../sim/index.ts';
import { recorded } from '../change-cause.ts';
import type { Command, Context } from '../command.ts';
import { report, usageError } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import {
  allFlag,
  dryRunFlag,
  fieldManagerFlag,
  filenameFlags,
  printFlags,
  recordFlag,
} from '../flag-sets.ts';
import { localFlag } from '../local.ts';
import { withValueAt } from '../objects.ts';
import { outcomePrinter } from '../outcome.ts';
import type { Sent } from '../pod-spec-change.ts';
import { sendChange } from '../pod-spec-change.ts';
import type { Problem } from '../problems.ts';
import type { Target } from '../targets.ts';
import { findTargets } from '../targets.ts';

export const setSelector: Command = {
  words: ['set', 'selector'],
  summary: 'Set the selector on a resource',
  usage: 'kubectl set selector (-f FILENAME | TYPE NAME) EXPRESSIONS [--resource-version=version] [options]',
  flags: [
    ...filenameFlags.filter(({ name }) => name !== 'kustomize'),
    allFlag,
    ...printFlags,
    dryRunFlag,
    fieldManagerFlag,
    recordFlag,
    { name: 'resource-version', type: 'string', help: 'Change the object only if this is its version' },
    localFlag,
  ],
  *run(context) {
    dryRunOf(context);
    const text = context.args.at(-1);
    const requirements = text === undefined ? undefined : readSelector(text);
    const print = outcomePrinter(context);
    if (requirements === undefined) throw usageError('one selector is required');
    const { targets, problems } = yield* findTargets(context, context.args.slice(0, -1));
    const failed: Problem[] = [...problems];
    for (const target of targets) {
      const sent = changeSelector(context, target, requirements);
      if ('problem' in sent) failed.push(sent.problem);
      else print(target.kind, sent.object, 'selector updated');
    }
    return report(context, failed);
  },
};

type Requirements = Selector['requirements'];

/** Throws `CommandError` for what is no selector, or none that a LabelSelector can hold. */
function readSelector(text: string): Requirements {
  const parsed = parseSelector(text);
  if (!parsed.ok) throw usageError(`couldn't parse the selector string "${text}": ${parsed.error}`);
  const { requirements } = parsed.value;
  if (requirements.some(({ operator }) => ['!=', 'gt', 'lt'].includes(operator))) {
    // Kubernetes names no operator here.
    throw usageError('"" is not a valid label selector operator');
  }
  return requirements;
}

const operatorNames: Readonly<Record<string, string>> = {
  in: 'In',
  notin: 'NotIn',
  exists: 'Exists',
  '!': 'DoesNotExist',
};

function changeSelector(context: Context, target: Target, requirements: Requirements): Sent {
  const { kind, object } = target;
  if (kind.kind !== 'Service') {
    return { problem: { text: 'setting a selector is only supported for Services' } };
  }
  const expressions = requirements.filter(({ operator }) => operator !== '=' && operator !== '==');
  if (expressions.length > 0) {
    const words = expressions.map(
      ({ key, operator, values }) =>
        `{${key} ${operatorNames[operator]} [${[...values].sort(compareText).join(' ')}]}`,
    );
    return {
      problem: { text: `match expression [${words.join(' ')}] not supported on this object` },
    };
  }
  const selector = Object.fromEntries(requirements.map(({ key, values }) => [key, values[0] ?? '']));
  const next = withValueAt(object, ['spec', 'selector'], selector) as KubeObject;
  return sendChange(context, ...withVersion(context, target, recorded(context, next)));
}

/** With --resource-version the patch says which version it is for, even where that is the one there is. */
function withVersion(context: Context, target: Target, next: KubeObject): readonly [Target, KubeObject] {
  const resourceVersion = context.flags.text('resource-version');
  if (!resourceVersion) return [target, next];
  const { resourceVersion: _, ...metadata } = target.object.metadata;
  return [
    { ...target, object: { ...target.object, metadata } },
    { ...next, metadata: { ...next.metadata, resourceVersion } },
  ];
}
