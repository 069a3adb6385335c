// kubectl run: makes one pod, and with -i or --attach stays joined to it until its container ends.
import type { Kind, KubeObject, Pod, Wait } from '../../sim/index.ts';
import { PodKind, ServiceKind } from '../../sim/index.ts';
import { joinContainer } from '../attachment.ts';
import type { Command, Context } from '../command.ts';
import { CommandError, helpfulError, printWarnings, serverError, usageError } from '../command.ts';
import { createObject } from '../creation.ts';
import { dryRunOf } from '../dry-run.ts';
import {
  dryRunFlag,
  fieldManagerFlag,
  filenameFlags,
  noRecordFlag,
  printFlags,
  saveConfigFlag,
} from '../flag-sets.ts';
import type { FlagSpec } from '../flags.ts';
import { savedConfig } from '../last-applied.ts';
import { outcomePrinter } from '../outcome.ts';
import { overridden, overrideFlags } from '../overrides.ts';
import { podToRun, serviceToRun } from '../pod-to-run.ts';

const flags: readonly FlagSpec[] = [
  { name: 'image', type: 'string', isRequired: true, help: 'The image of the container' },
  ...printFlags,
  dryRunFlag,
  fieldManagerFlag,
  noRecordFlag,
  { name: 'annotations', type: 'each', help: 'Annotations of the pod, as key=value' },
  { name: 'attach', type: 'bool', help: 'Wait for the pod and join its output' },
  { name: 'command', type: 'bool', help: 'What stands after -- is the command, not its arguments' },
  { name: 'env', type: 'each', help: 'Environment variables, as NAME=value' },
  { name: 'image-pull-policy', type: 'string', help: 'Always, IfNotPresent or Never' },
  { name: 'labels', short: 'l', type: 'string', help: 'Labels of the pod instead of run=NAME' },
  { name: 'leave-stdin-open', type: 'bool', help: 'Keep standard input open after the first session' },
  { name: 'port', type: 'string', help: 'The port that the container serves' },
  { name: 'quiet', short: 'q', type: 'bool', help: 'Print only what the container prints' },
  { name: 'restart', type: 'string', default: 'Always', help: 'Always, OnFailure or Never' },
  { name: 'rm', type: 'bool', help: 'Delete the pod when the session ends' },
  { name: 'stdin', short: 'i', type: 'bool', help: 'Pass standard input to the container' },
  { name: 'tty', short: 't', type: 'bool', help: 'Give the container a terminal' },
  {
    name: 'pod-running-timeout',
    type: 'duration',
    default: '1m0s',
    help: 'How long to wait until the pod runs',
  },
  { name: 'expose', type: 'bool', help: 'Make a ClusterIP service for the pod too; needs --port' },
  ...overrideFlags,
  { name: 'privileged', type: 'bool', help: 'Run the container in privileged mode' },
  saveConfigFlag,
  ...filenameFlags.map((flag) => ({ ...flag, unsupported: 'name the pod and its image' })),
  ...['cascade', 'force', 'grace-period', 'timeout', 'wait'].map((name) => ({
    name,
    type: 'string' as const,
    bare: 'true',
    help: 'How --rm deletes the pod',
    unsupported: 'use kubectl delete',
  })),
];

export const run: Command = {
  words: ['run'],
  summary: 'Run a particular image on the cluster',
  usage:
    'kubectl run NAME --image=image [--env="key=value"] [--port=port] [--dry-run=server|client] [--overrides=inline-json] [--command] -- [COMMAND] [args...] [options]',
  takesProgram: true,
  flags,
  *run(context) {
    const { args, rest } = context;
    const [name, ...more] = args;
    if (name === undefined) throw helpfulError(context.command, 'NAME is required for run');
    const isAttached = readAttachment(context);
    const dryRun = dryRunOf(context);
    const made = podToRun(context, name, [...more, ...(rest ?? [])]);
    const pod = overridden(context, PodKind as Kind, made) as Pod;
    const service = context.flags.bool('expose') ? serviceToRun(context, pod) : undefined;
    const print = outcomePrinter(context);
    if (service) {
      print(ServiceKind as Kind, yield* sent(context, ServiceKind as Kind, service), 'created');
      // One more than the printer puts between documents.
      if (context.flags.text('output') === 'yaml') context.out('---\n');
    }
    const created = (yield* sent(context, PodKind as Kind, pod)) as Pod;
    if (dryRun !== 'none' || !isAttached) {
      print(PodKind, created, 'created');
      return 0;
    }
    return yield* attached(context, created);
  },
};

/** The object as the API server has it now; with --dry-run=client as it was made. Throws `CommandError`. */
function* sent(context: Context, kind: Kind, made: KubeObject): Generator<Wait, KubeObject, void> {
  const dryRun = dryRunOf(context);
  if (dryRun === 'client') return made;
  const inNamespace = { ...made, metadata: { ...made.metadata, namespace: context.namespace } };
  const answer = yield* createObject(context, kind, savedConfig(context, inNamespace), {
    fieldValidation: 'Ignore',
    dryRun: dryRun === 'server',
  });
  printWarnings(context, answer);
  if (!answer.ok) throw serverError(answer.status);
  return answer.object;
}

/** Whether the command joins the container. Throws `CommandError` where the flags contradict each other. */
function readAttachment({ flags, command, ...context }: Context): boolean {
  const isInteractive = flags.bool('stdin');
  const isAttached = flags.has('attach') ? flags.bool('attach') : isInteractive || flags.bool('tty');
  if (flags.bool('tty') && !isInteractive) {
    throw helpfulError(command, '-i/--stdin is required for containers with -t/--tty=true');
  }
  if (dryRunOf({ flags, command, ...context }) !== 'none' && isAttached) {
    throw helpfulError(
      command,
      "--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)",
    );
  }
  if (flags.bool('rm') && !isAttached) {
    throw helpfulError(command, '--rm should only be used for attached containers');
  }
  return isAttached;
}

/** The session, after which --rm takes the pod away however it ended. */
function* attached(context: Context, pod: Pod): Generator<Wait, number, void> {
  try {
    yield* joinContainer(context, pod);
    return yield* exitCodeOf(context, pod);
  } finally {
    if (context.flags.bool('rm')) remove(context, pod);
  }
}

function remove({ cluster, out }: Context, { metadata: { name, namespace = '', uid } }: Pod): void {
  const answer = cluster.api.delete(PodKind, namespace, name, {
    propagationPolicy: 'Background',
    ...(uid === undefined ? {} : { preconditions: { uid } }),
  });
  if (answer.ok) out(`pod ${JSON.stringify(name)} deleted from ${namespace} namespace\n`);
}

/** A pod that is not restarted ends, and its container's exit code becomes kubectl's. */
function* exitCodeOf(context: Context, pod: Pod): Generator<Wait, number, void> {
  if (pod.spec.restartPolicy === 'Always') return 0;
  const { name, namespace = '', uid } = pod.metadata;
  const live = () => context.cluster.view.get(PodKind, namespace, name);
  const isOver = () => {
    const now = live();
    return now?.metadata.uid !== uid || now?.status?.phase === 'Succeeded' || now?.status?.phase === 'Failed';
  };
  while (!isOver()) yield { ready: isOver };
  const end = live();
  if (end?.metadata.uid !== uid) throw usageError(`pods ${JSON.stringify(name)} not found`);
  if (end?.status?.phase !== 'Failed') return 0;
  const terminated = end.status.containerStatuses?.[0]?.state?.terminated;
  if (!terminated || terminated.exitCode === 0) {
    throw usageError(`pod ${namespace}/${name} failed with unknown exit code`);
  }
  const words = `pod ${namespace}/${name} terminated (${terminated.reason ?? ''})`;
  throw new CommandError(
    `${words}${terminated.message ? `\n${terminated.message}` : ''}`,
    terminated.exitCode,
  );
}
