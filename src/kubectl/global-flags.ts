// Flags that every command has.
import type { FlagSpec } from './flags.ts';

const oneCluster = 'there is one cluster and one user here, and kubectl always talks to them';

export const globalFlags: readonly FlagSpec[] = [
  { name: 'namespace', short: 'n', type: 'string', help: 'The namespace to work in' },
  { name: 'context', type: 'string', help: 'The kubeconfig context to use' },
  {
    name: 'request-timeout',
    type: 'string',
    default: '0',
    help: 'How long to wait for one answer of the server; has no effect here',
  },
  { name: 'v', short: 'v', type: 'int', default: '0', help: 'How much to log; has no effect here' },
  {
    name: 'warnings-as-errors',
    type: 'bool',
    help: 'Exit with an error where the server warns',
    unsupported: 'look for "Warning:" in the output',
  },
  { name: 'help', short: 'h', type: 'bool', help: 'Shows this help' },
  ...['server', 'kubeconfig', 'cluster', 'user', 'token', 'as', 'as-group', 'certificate-authority'].map(
    (name): FlagSpec => ({
      name,
      ...(name === 'server' ? { short: 's' } : {}),
      type: 'string',
      help: 'Not simulated',
      unsupported: oneCluster,
    }),
  ),
];
