// kubectl create job, and kubectl create cronjob.
import type { CronJob, Kind, KubeObject } from '../../sim/index.ts';
import { CronJobKind, JobKind } from '../../sim/index.ts';
import type { Command, Context } from '../command.ts';
import { serverError, usageError } from '../command.ts';
import type { FlagSpec } from '../flags.ts';
import { readRequests, select } from '../resources.ts';
import { createGenerated, generatorFlags, nameOf } from './generate.ts';

const imageFlag: FlagSpec = { name: 'image', type: 'string', help: 'The image of the container' };

export const createJob: Command = {
  words: ['create', 'job'],
  summary: 'Create a job with the specified name',
  usage: 'kubectl create job NAME --image=image [--from=cronjob/name] -- [COMMAND] [args...] [options]',
  takesProgram: true,
  flags: [
    ...generatorFlags,
    imageFlag,
    { name: 'from', type: 'string', help: 'The CronJob whose template to take, as cronjob/NAME' },
  ],
  run(context) {
    const name = nameOf(context);
    const [image, from] = [context.flags.text('image') ?? '', context.flags.text('from') ?? ''];
    if ((image === '') === (from === '')) throw usageError('either --image or --from must be specified');
    if (from !== '' && context.rest?.length) throw usageError('cannot specify --from and command');
    const made =
      from === ''
        ? jobOf({ name }, specFor(context, name, 'Never'))
        : jobFrom(name, cronJobNamed(context, from));
    return createGenerated(context, JobKind as Kind, made, 'failed to create job');
  },
};

export const createCronJob: Command = {
  words: ['create', 'cronjob'],
  aliases: ['cj'],
  summary: 'Create a cron job with the specified name',
  usage:
    "kubectl create cronjob NAME --image=image --schedule='0/5 * * * ?' -- [COMMAND] [args...] [options]",
  takesProgram: true,
  flags: [
    ...generatorFlags,
    { ...imageFlag, isRequired: true },
    { name: 'schedule', type: 'string', isRequired: true, help: 'When the job is run, as in a crontab' },
    { name: 'restart', type: 'string', help: 'The restart policy of its pods: OnFailure or Never' },
  ],
  run(context) {
    const name = nameOf(context);
    const restart = context.flags.text('restart') || 'OnFailure';
    const made = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name },
      spec: {
        schedule: context.flags.text('schedule') ?? '',
        jobTemplate: { metadata: { name }, spec: specFor(context, name, restart) },
      },
      status: {},
    };
    return createGenerated(context, CronJobKind as Kind, made as KubeObject, 'failed to create cronjob');
  },
};

function jobOf(metadata: object, spec: object): KubeObject {
  return { apiVersion: 'batch/v1', kind: 'Job', metadata, spec, status: {} } as unknown as KubeObject;
}

function specFor({ flags, rest = [] }: Context, name: string, restartPolicy: string): object {
  const image = flags.text('image') ?? '';
  const command = rest.length > 0 ? { command: [...rest] } : {};
  const container = { ...command, image, name, resources: {} };
  return { template: { metadata: {}, spec: { containers: [container], restartPolicy } } };
}

/** A Job like those of a CronJob, now: the CronJob counts it among its own. */
function jobFrom(name: string, { metadata, spec }: CronJob): KubeObject {
  const { labels, annotations } = spec.jobTemplate.metadata ?? {};
  const owner = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    name: metadata.name,
    uid: metadata.uid,
    controller: true,
  };
  return jobOf(
    {
      name,
      ...(labels ? { labels } : {}),
      annotations: { 'cronjob.kubernetes.io/instantiate': 'manual', ...annotations },
      ownerReferences: [owner],
    },
    spec.jobTemplate.spec,
  );
}

function cronJobNamed(context: Context, from: string): CronJob {
  const [request] = readRequests(context, [from]);
  if (!request || request.names.length === 0) {
    throw usageError('resource(s) were provided, but no name was specified');
  }
  const { objects, problems } = select(context, request);
  const [problem] = problems;
  if (problem && 'status' in problem && problem.status) throw serverError(problem.status);
  const [object] = objects;
  if (!object) throw usageError('from must be an existing cronjob');
  if (request.kind !== (CronJobKind as Kind)) {
    throw usageError(`unknown object type *v1.${request.kind.kind}`);
  }
  return object as CronJob;
}
