// kubectl create namespace.
import type { Kind } from '../../sim/index.ts';
import { kindFor } from '../../sim/index.ts';
import type { Command } from '../command.ts';
import { helpfulError, printWarnings, serverError } from '../command.ts';
import { dryRunOf } from '../dry-run.ts';
import { dryRunFlag, fieldManagerFlag, printFlags, saveConfigFlag, validateFlag } from '../flag-sets.ts';
import { savedConfig } from '../last-applied.ts';
import { asObject } from '../objects.ts';
import { outcomePrinter } from '../outcome.ts';

export const createNamespace: Command = {
  words: ['create', 'namespace'],
  aliases: ['ns'],
  summary: 'Create a namespace with the specified name',
  usage: 'kubectl create namespace NAME [--dry-run=server|client|none] [options]',
  flags: [...printFlags, dryRunFlag, fieldManagerFlag, validateFlag, saveConfigFlag],
  run(context) {
    const [name, ...more] = context.args;
    if (name === undefined || more.length > 0) {
      throw helpfulError(context.command, `exactly one NAME is required, got ${context.args.length}`);
    }
    const kind = kindFor('v1', 'Namespace') as Kind;
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name }, spec: {}, status: {} };
    const dryRun = dryRunOf(context);
    const print = outcomePrinter(context);
    if (dryRun === 'client') {
      print(kind, asObject(namespace), 'created');
      return 0;
    }
    const saved = savedConfig(context, asObject(namespace));
    const answer = context.cluster.api.create(kind, saved, { dryRun: dryRun === 'server' });
    printWarnings(context, answer);
    if (!answer.ok) throw serverError(answer.status);
    print(kind, answer.object, 'created');
    return 0;
  },
};
