// Every command, in alphabetical order.
import type { Command } from '../command.ts';
import { annotate } from './annotate.ts';
import { apiResources, apiVersions } from './api-resources.ts';
import { apply } from './apply/apply.ts';
import { editLastApplied } from './apply/edit-last-applied.ts';
import { setLastApplied } from './apply/set-last-applied.ts';
import { viewLastApplied } from './apply/view-last-applied.ts';
import { attach } from './attach.ts';
import { authCommands } from './auth/index.ts';
import { autoscale } from './autoscale.ts';
import { clusterInfoCommands } from './cluster-info.ts';
import { completion } from './completion.ts';
import { configCommands } from './config/index.ts';
import { cordon, uncordon } from './cordon.ts';
import { cp } from './cp.ts';
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
import { diff } from './diff.ts';
import { drain } from './drain.ts';
import { edit } from './edit.ts';
import { events } from './events.ts';
import { exec } from './exec.ts';
import { explain } from './explain.ts';
import { expose } from './expose.ts';
import { get } from './get.ts';
import { kustomize } from './kustomize.ts';
import { label } from './label.ts';
import { logs } from './logs.ts';
import { patch } from './patch.ts';
import { pluginCommands } from './plugin.ts';
import { portForward } from './port-forward.ts';
import { proxy } from './proxy.ts';
import { replace } from './replace.ts';
import { rolloutCommands } from './rollout/index.ts';
import { run } from './run.ts';
import { scale } from './scale.ts';
import { setCommands } from './set.ts';
import { taint } from './taint.ts';
import { topCommands } from './top/index.ts';
import { version } from './version.ts';
import { wait } from './wait.ts';

export const commands: readonly Command[] = [
  annotate,
  apiResources,
  apiVersions,
  apply,
  editLastApplied,
  setLastApplied,
  viewLastApplied,
  attach,
  ...authCommands,
  autoscale,
  ...clusterInfoCommands,
  completion,
  ...configCommands,
  cordon,
  cp,
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
  diff,
  drain,
  edit,
  events,
  exec,
  explain,
  expose,
  get,
  kustomize,
  label,
  logs,
  patch,
  ...pluginCommands,
  portForward,
  proxy,
  replace,
  ...rolloutCommands,
  run,
  scale,
  ...setCommands,
  taint,
  ...topCommands,
  uncordon,
  version,
  wait,
];
