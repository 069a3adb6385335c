// What the commands have in common that make an object up from flags: `kubectl create quota`, `kubectl autoscale` …
import type { Kind, KubeObject } from '../../sim/index.ts';
import type { Context } from '../command.ts';
import { helpfulError, printWarnings, serverError, usageError } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import { dryRunFlag, fieldManagerFlag, printFlags, saveConfigFlag, validateFlag } from '../flag-sets.ts';
import type { FlagSpec } from '../flags.ts';
import { savedConfig } from '../last-applied.ts';
import { outcomePrinter } from '../outcome.ts';

export const generatorFlags: readonly FlagSpec[] = [
  ...printFlags,
  dryRunFlag,
  fieldManagerFlag,
  validateFlag,
  saveConfigFlag,
];

/** The one NAME that a `create KIND NAME` command is given. Throws `CommandError`. */
export function nameOf({ args, command }: Context): string {
  const [name, ...more] = args;
  if (name !== undefined && more.length === 0) return name;
  throw helpfulError(command, `exactly one NAME is required, got ${args.length}`);
}

/**
 * Creates the object and says so. `failure` is what kubectl says before the server's words where it does not pass the
 * refusal on as it is, e.g. `failed to create quota`.
 */
export function createGenerated(context: Context, kind: Kind, made: KubeObject, failure?: string): number {
  const { flags, namespace } = context;
  const isNamed = flags.has('namespace');
  const object = isNamed ? { ...made, metadata: { ...made.metadata, namespace } } : made;
  const dryRun = dryRunOf(context);
  const print = outcomePrinter(context);
  if (dryRun === 'client') {
    print(kind, object, 'created');
    return 0;
  }
  const saved = savedConfig(context, object);
  const sent = { ...saved, metadata: { ...saved.metadata, namespace } };
  const answer = context.cluster.api.create(kind, sent, {
    fieldValidation: 'Strict',
    dryRun: dryRun === 'server',
  });
  printWarnings(context, answer);
  if (!answer.ok) {
    throw failure
      ? usageError(`${failure}: ${answer.status.message}`, answer.status)
      : serverError(answer.status);
  }
  print(kind, answer.object, 'created');
  return 0;
}
