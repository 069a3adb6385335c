// --validate: how strictly the API server reads what it is sent.
import type { FieldValidation } from '../sim/index.ts';
import type { Context } from './command.ts';
import { usageError } from './command.ts';

/** Throws `CommandError` for a value there is not. */
export function fieldValidationOf({ flags }: Context): FieldValidation {
  const value = flags.text('validate') ?? 'strict';
  if (value === 'strict' || value === 'true') return 'Strict';
  if (value === 'warn') return 'Warn';
  if (value === 'ignore' || value === 'false') return 'Ignore';
  throw usageError(
    `invalid - validate option ${JSON.stringify(value)}; must be one of: strict (or true), warn, ignore (or false)`,
  );
}
