// kubectl autoscale: makes a HorizontalPodAutoscaler for an object that can be scaled.
import type { Kind, KubeObject, MetricSpec, Status } from '../../sim/index.ts';
import { apiVersionOf, formatQuantity, HorizontalPodAutoscalerKind, parseQuantity } from '../../sim/index.ts';
import type { Command, CommandError, Context } from '../command.ts';
import { printWarnings, report, serverError, usageError } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import { filenameFlags, noRecordFlag } from '../flag-sets.ts';
import type { ParsedFlags } from '../flags.ts';
import { outcomePrinter } from '../outcome.ts';
import type { Target } from '../targets.ts';
import { findTargets } from '../targets.ts';
import { generatorFlags } from './generate.ts';

export const autoscale: Command = {
  words: ['autoscale'],
  summary: 'Auto-scale a deployment, replica set, stateful set, or replication controller',
  usage:
    'kubectl autoscale (-f FILENAME | TYPE NAME | TYPE/NAME) [--min=MINPODS] --max=MAXPODS [--cpu=CPU] [--memory=MEMORY] [options]',
  flags: [
    ...filenameFlags,
    ...generatorFlags.filter(({ name }) => name !== 'validate'),
    noRecordFlag,
    { name: 'min', type: 'int', default: '-1', help: 'How many pods there are at least' },
    { name: 'max', type: 'int', default: '-1', isRequired: true, help: 'How many pods there are at most' },
    { name: 'cpu', type: 'string', help: 'The target: 70% of the requested CPU, or 500m a pod' },
    { name: 'memory', type: 'string', help: 'The target: 60% of the requested memory, or 200Mi a pod' },
    {
      name: 'cpu-percent',
      type: 'int',
      default: '-1',
      deprecated:
        "Use --cpu with percentage or resource quantity format (e.g., '70%' for utilization or '500m' for milliCPU).",
      help: 'The target, in percent of the requested CPU',
    },
    { name: 'name', type: 'string', help: "The autoscaler's name, if not that of the object" },
  ],
  *run(context) {
    const metrics = readMetrics(context.flags);
    const { targets, problems } = yield* findTargets(context);
    if (problems.length > 0) return report(context, problems);
    if (targets.length === 0) throw usageError('no objects passed to autoscale');
    for (const target of targets) createOne(context, target, metrics);
    return 0;
  },
};

function createOne(context: Context, target: Target, metrics: readonly MetricSpec[]): void {
  const { kind, object } = target;
  if (!kind.scale) {
    const resource = `${kind.group}/${kind.version}, Resource=${kind.plural}`;
    const why = `could not find scale subresource for ${resource} in discovery information`;
    throw usageError(`cannot autoscale a ${kind.kind}: ${why}`);
  }
  const autoscaler = autoscalerFor(context.flags, target, metrics);
  const dryRun = dryRunOf(context);
  const print = outcomePrinter(context);
  if (dryRun === 'client') {
    print(HorizontalPodAutoscalerKind as Kind, autoscaler, 'created');
    return;
  }
  const namespace = object.metadata.namespace ?? '';
  const sent = { ...autoscaler, metadata: { ...autoscaler.metadata, namespace } };
  const answer = context.cluster.api.create(HorizontalPodAutoscalerKind as Kind, sent, {
    fieldValidation: 'Strict',
    dryRun: dryRun === 'server',
  });
  printWarnings(context, answer);
  if (!answer.ok) throw refusedTwice(context.flags, answer.status);
  print(HorizontalPodAutoscalerKind as Kind, answer.object, 'autoscaled');
}

/** kubectl tries the older autoscaling/v1 then, where that can say the same; what it says depends on what it was told. */
function refusedTwice(flags: ParsedFlags, status: Status): CommandError {
  const [cpu = '', memory = ''] = [flags.text('cpu'), flags.text('memory')];
  if (cpu.trim().endsWith('%') && memory === '') return serverError(status);
  const why = 'failed to create autoscaling/v2 HPA and the configuration is incompatible with autoscaling/v1';
  return usageError(`${why}: ${cpu === '' ? 'empty input' : '%!w(<nil>)'}`);
}

function autoscalerFor(
  flags: ParsedFlags,
  { kind, object }: Target,
  metrics: readonly MetricSpec[],
): KubeObject {
  const { name } = object.metadata;
  const min = flags.int('min') ?? -1;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: flags.text('name') || name },
    spec: {
      maxReplicas: flags.int('max'),
      ...(metrics.length > 0 ? { metrics } : {}),
      ...(min > 0 ? { minReplicas: min } : {}),
      scaleTargetRef: { apiVersion: apiVersionOf(kind), kind: kind.kind, name },
    },
    status: { currentMetrics: null, desiredReplicas: 0 },
  } as KubeObject;
}

function readMetrics(flags: ParsedFlags): MetricSpec[] {
  const [min, max, percent] = ['min', 'max', 'cpu-percent'].map((flag) => flags.int(flag) ?? -1) as [
    number,
    number,
    number,
  ];
  if (max < 1) throw usageError(`--max=MAXPODS is required and must be at least 1, max: ${max}`);
  if (max < min) {
    throw usageError(`--max=MAXPODS must be larger or equal to --min=MINPODS, max: ${max}, min: ${min}`);
  }
  const [cpu = '', memory = ''] = [flags.text('cpu'), flags.text('memory')];
  if (percent > 0 && cpu !== '') throw usageError('--cpu-percent and --cpu are mutually exclusive');
  return [
    ...(percent > 0 ? [metric('cpu', `${percent}%`, 'm')] : []),
    ...(cpu !== '' ? [metric('cpu', cpu, 'm')] : []),
    ...(memory !== '' ? [metric('memory', memory, 'Mi')] : []),
  ];
}

/** `70%`, `500m`, or a bare number in the unit that suits the resource. */
function metric(name: string, given: string, unit: string): MetricSpec {
  const text = given.trim();
  if (text === '') throw usageError('empty input');
  const source = (target: MetricSpec['resource'] & object) => ({ resource: target, type: 'Resource' });
  if (text.endsWith('%')) {
    const digits = text.slice(0, -1);
    if (!/^\+?[0-9]{1,9}$/.test(digits)) throw usageError(`invalid percentage value: ${digits}`);
    return source({ name, target: { averageUtilization: Number(digits), type: 'Utilization' } });
  }
  const isBare = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
  const parsed = parseQuantity(isBare ? `${Number(text)}${unit}` : text);
  if (!parsed.ok) throw usageError(isBare ? parsed.error : `invalid resource ${name} value: ${text}`);
  return source({ name, target: { averageValue: formatQuantity(parsed.value), type: 'AverageValue' } });
}
