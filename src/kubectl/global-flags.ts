// Flags that every command has.
import type { FlagSpec } from './flags.ts';

const noCertificates = 'there are no certificates here, and nobody checks who one is';
const noPasswords = 'there are no passwords and tokens here, and nobody checks who one is';
const noProfile = 'kubectl itself cannot be looked into here';

export const globalFlags: readonly FlagSpec[] = [
  { name: 'as', type: 'string', help: 'The user to ask as, in place of your own' },
  { name: 'as-group', type: 'each', help: 'With --as, a group of that user; may be given several times' },
  { name: 'as-uid', type: 'string', help: 'With --as, the uid of that user' },
  { name: 'as-user-extra', type: 'each', help: 'With --as, more about that user', unsupported: noPasswords },
  {
    name: 'cache-dir',
    type: 'string',
    help: 'Where kubectl keeps what it knows',
    unsupported: 'nothing is kept here',
  },
  ...['certificate-authority', 'client-certificate', 'client-key', 'tls-server-name'].map(
    (name): FlagSpec => ({ name, type: 'string', help: 'Not simulated', unsupported: noCertificates }),
  ),
  { name: 'cluster', type: 'string', help: 'The cluster of the kubeconfig to use' },
  { name: 'context', type: 'string', help: 'The context of the kubeconfig to use' },
  {
    name: 'disable-compression',
    type: 'bool',
    help: 'Ask for answers that are not compressed; they say the same',
  },
  { name: 'help', short: 'h', type: 'bool', help: 'Shows this help' },
  { name: 'insecure-skip-tls-verify', type: 'bool', help: 'Not simulated', unsupported: noCertificates },
  {
    name: 'kubeconfig',
    type: 'string',
    help: 'The kubeconfig to use, in place of ~/.kube/config and $KUBECONFIG',
  },
  { name: 'kuberc', type: 'string', help: 'Preferences', unsupported: 'there are no preferences here' },
  { name: 'log-flush-frequency', type: 'duration', default: '5s', help: 'Has no effect here' },
  {
    name: 'match-server-version',
    type: 'bool',
    help: 'Only work with a server of the same version; this one is',
  },
  { name: 'namespace', short: 'n', type: 'string', help: 'The namespace to work in' },
  ...['password', 'token', 'username'].map(
    (name): FlagSpec => ({ name, type: 'string', help: 'Not simulated', unsupported: noPasswords }),
  ),
  { name: 'profile', type: 'string', default: 'none', help: 'Not simulated', unsupported: noProfile },
  { name: 'profile-output', type: 'string', help: 'Not simulated', unsupported: noProfile },
  {
    name: 'request-timeout',
    type: 'string',
    default: '0',
    help: 'How long to wait for one answer of the server; here it answers at once',
  },
  { name: 'server', short: 's', type: 'string', help: 'The address of the API server' },
  { name: 'user', type: 'string', help: 'The user of the kubeconfig to ask as' },
  { name: 'v', short: 'v', type: 'int', default: '0', help: 'How much to log; has no effect here' },
  { name: 'vmodule', type: 'string', help: 'Which parts are to log how much; has no effect here' },
  { name: 'warnings-as-errors', type: 'bool', help: 'Exit with an error where the server warns' },
];
