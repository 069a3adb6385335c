// Every command, in alphabetical order.
import type { Command } from '../command.ts';
import { annotate } from './annotate.ts';
import { apiResources } from './api-resources.ts';
import { apply } from './apply.ts';
import { attach } from './attach.ts';
import { autoscale } from './autoscale.ts';
import { configCommands } from './config.ts';
import { cordon, uncordon } from './cordon.ts';
import { create } from './create.ts';
import { createConfigMap } from './create-config-map.ts';
import { createDeployment } from './create-deployment.ts';
import { createIngress } from './create-ingress.ts';
import { createCronJob, createJob } from './create-job.ts';
import { createNamespace } from './create-namespace.ts';
import { createPodDisruptionBudget } from './create-pod-disruption-budget.ts';
import { createPriorityClass } from './create-priority-class.ts';
import { createQuota } from './create-quota.ts';
import { createSecretCommands } from './create-secret.ts';
import { createServiceCommands } from './create-service.ts';
import { createServiceAccount } from './create-service-account.ts';
import { deleteCommand } from './delete.ts';
import { describe } from './describe.ts';
import { drain } from './drain.ts';
import { edit } from './edit.ts';
import { exec } from './exec.ts';
import { explain } from './explain.ts';
import { expose } from './expose.ts';
import { get } from './get.ts';
import { label } from './label.ts';
import { logs } from './logs.ts';
import { patch } from './patch.ts';
import { replace } from './replace.ts';
import { rolloutHistory } from './rollout/history.ts';
import { rolloutPause, rolloutRestart, rolloutResume } from './rollout/restart.ts';
import { rolloutStatus } from './rollout/status.ts';
import { rolloutUndo } from './rollout/undo.ts';
import { run } from './run.ts';
import { scale } from './scale.ts';
import { setEnv } from './set-env.ts';
import { setImage } from './set-image.ts';
import { setResources } from './set-resources.ts';
import { setSelector } from './set-selector.ts';
import { setServiceAccount } from './set-service-account.ts';
import { taint } from './taint.ts';
import { clusterInfo, version } from './version.ts';
import { viewLastApplied } from './view-last-applied.ts';
import { wait } from './wait.ts';

export const commands: readonly Command[] = [
  annotate,
  apiResources,
  apply,
  viewLastApplied,
  attach,
  autoscale,
  clusterInfo,
  ...configCommands,
  cordon,
  create,
  createConfigMap,
  createCronJob,
  createDeployment,
  createIngress,
  createJob,
  createNamespace,
  createPodDisruptionBudget,
  createQuota,
  createPriorityClass,
  ...createSecretCommands,
  ...createServiceCommands,
  createServiceAccount,
  deleteCommand,
  describe,
  drain,
  edit,
  exec,
  explain,
  expose,
  get,
  label,
  logs,
  patch,
  replace,
  rolloutHistory,
  rolloutPause,
  rolloutRestart,
  rolloutResume,
  rolloutStatus,
  rolloutUndo,
  run,
  scale,
  setEnv,
  setImage,
  setResources,
  setSelector,
  setServiceAccount,
  taint,
  uncordon,
  version,
  wait,
];
