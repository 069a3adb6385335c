// --dry-run: whether a command only says what it would do, and who says it.
import type { Context } from './command.ts';
import { usageError } from './command.ts';

export type DryRun = 'none' | 'client' | 'server';

/** The value of --dry-run. Throws `CommandError`. */
export function dryRunOf({ flags }: Context): DryRun {
  const value = flags.text('dry-run') ?? 'none';
  if (value === 'none' || value === 'client' || value === 'server') return value;
  if (value === 'unchanged') {
    throw usageError(
      '--dry-run flag without a value was specified. A value must be set: "none", "server", or "client".',
    );
  }
  throw usageError(`Invalid dry-run value (${value}). Must be "none", "server", or "client".`);
}

/** What stands behind `created`, `scaled` …: nothing, ` (dry run)` or ` (server dry run)`. */
export function dryRunSuffix(dryRun: DryRun): string {
  return dryRun === 'none' ? '' : dryRun === 'client' ? ' (dry run)' : ' (server dry run)';
}
