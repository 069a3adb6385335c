// What the flags of kubectl apply ask for, once it is clear that they go together.
import type { DeleteOptions, FieldValidation, Kind } from '../../../sim/index.ts';
import { kindFor } from '../../../sim/index.ts';
import type { Context } from '../../command.ts';
import { usageError } from '../../command.ts';
import { cascadeOf } from '../../deletion-flags.ts';
import type { DryRun } from '../../dry-run.ts';
import { dryRunOf } from '../../dry-run.ts';
import { fieldValidationOf } from '../../validation.ts';

export interface ApplyOptions {
  readonly dryRun: DryRun;
  readonly fieldValidation: FieldValidation;
  /** What cannot be changed is deleted and created anew. */
  readonly isForced: boolean;
  /** How what goes is deleted. */
  readonly deletion: DeleteOptions;
  /** How long a forced change waits for an object to be gone; 0: it looks once. */
  readonly timeoutMs: number;
  readonly prunes: boolean;
  /** The kinds that are pruned; undefined: those that kubectl has always pruned. */
  readonly pruned: readonly Kind[] | undefined;
}

/** Throws `CommandError` where the flags contradict each other. */
export function readApplyOptions(context: Context): ApplyOptions {
  const { flags } = context;
  const prunes = flags.bool('prune');
  const dryRun = dryRunOf(context);
  const propagationPolicy = cascadeOf(context);
  const pruned = prunes ? flags.list('prune-allowlist').map(kindOfAllowed) : [];
  const isForced = flags.bool('force');
  if (dryRun === 'server' && isForced) throw usageError('--dry-run=server cannot be used with --force');
  const hasSelector = Boolean(flags.text('selector'));
  if (flags.bool('all') && hasSelector) {
    throw usageError('cannot set --all and --selector at the same time');
  }
  if (prunes && !flags.bool('all') && !hasSelector) {
    throw usageError(
      'all resources selected for prune without explicitly passing --all. To prune all resources, pass the --all flag. If you did not mean to prune all resources, specify a label selector',
    );
  }
  const grace = flags.int('grace-period') ?? -1;
  return {
    dryRun,
    fieldValidation: fieldValidationOf(context),
    isForced,
    deletion: { propagationPolicy, ...(grace >= 0 ? { gracePeriodSeconds: grace } : {}) },
    timeoutMs: flags.durationMs('timeout'),
    prunes,
    pruned: pruned.length > 0 ? pruned : undefined,
  };
}

/** `core/v1/ConfigMap`. */
function kindOfAllowed(text: string): Kind {
  const [group = '', version, name, ...more] = text.split('/');
  if (version === undefined || name === undefined || more.length > 0) {
    throw usageError(`invalid GroupVersionKind format: ${text}, please follow <group/version/kind>`);
  }
  const apiVersion = group === 'core' || group === '' ? version : `${group}/${version}`;
  const kind = kindFor(apiVersion, name);
  if (kind) return kind;
  throw usageError(`no matches for kind ${JSON.stringify(name)} in version ${JSON.stringify(apiVersion)}`);
}
