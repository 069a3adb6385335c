// kubectl create quota.
import type { Kind, KubeObject } from '../../sim/index.ts';
import { formatQuantity, parseQuantity, ResourceQuotaKind } from '../../sim/index.ts';
import type { Command } from '../command.ts';
import { usageError } from '../command.ts';
import { createGenerated, generatorFlags, nameOf } from './generate.ts';

export const createQuota: Command = {
  words: ['create', 'quota'],
  aliases: ['resourcequota'],
  summary: 'Create a quota with the specified name',
  usage:
    'kubectl create quota NAME [--hard=key1=value1,key2=value2] [--scopes=Scope1,Scope2] [--dry-run=server|client|none] [options]',
  flags: [
    ...generatorFlags,
    { name: 'hard', type: 'string', help: 'Limits, as resource=quantity, separated by commas' },
    { name: 'scopes', type: 'string', help: 'Which objects count, separated by commas' },
  ],
  run(context) {
    const { flags } = context;
    const name = nameOf(context);
    const hard = readHard(flags.text('hard') ?? '');
    const scopes = readScopes(flags.text('scopes') ?? '');
    const quota = {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name },
      spec: { ...(hard ? { hard } : {}), ...(scopes.length > 0 ? { scopes } : {}) },
      status: {},
    };
    return createGenerated(context, ResourceQuotaKind as Kind, quota as KubeObject, 'failed to create quota');
  },
};

function readHard(text: string): Record<string, string> | undefined {
  if (text === '') return undefined;
  const entries = text.split(',').map((statement) => {
    const [name = '', amount, ...more] = statement.split('=');
    if (amount === undefined || more.length > 0) {
      throw usageError(`Invalid argument syntax ${statement}, expected <resource>=<value>`);
    }
    const parsed = parseQuantity(amount);
    if (!parsed.ok) throw usageError(parsed.error);
    return [name, formatQuantity(parsed.value)] as const;
  });
  return Object.fromEntries(entries);
}

function readScopes(text: string): string[] {
  const scopes = text === '' ? [] : text.split(',');
  if (scopes.includes('')) throw usageError('invalid resource quota scope ""');
  return scopes;
}
