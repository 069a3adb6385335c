// Flags of `kubectl logs` that contradict each other, or that no log can answer.
import type { Context } from './command.ts';
import { usageError } from './command.ts';

/** Throws `CommandError`. */
export function refuseLogFlags({ flags }: Context): void {
  const container = flags.text('container') ?? '';
  if (flags.bool('all-containers') && container !== '') {
    throw usageError(`--all-containers=true should not be specified with container name ${container}`);
  }
  if ((flags.text('since-time') ?? '') !== '' && flags.durationMs('since') !== 0) {
    throw usageError('at most one of `sinceTime` or `sinceSeconds` may be specified');
  }
  if (flags.durationMs('since') < 0) throw usageError('--since must be greater than 0');
  if ((flags.int('limit-bytes') ?? 0) < 0) throw usageError('--limit-bytes must be greater than 0');
  if ((flags.int('tail') ?? -1) < -1) throw usageError('--tail must be greater than or equal to -1');
}
