// kubectl version: which Kubernetes this is.
import { toYaml } from '../../sim/index.ts';
import type { Command } from '../command.ts';
import { usageError } from '../command.ts';
import { unreachable } from '../kubeconfig/connection.ts';

/** The Kubernetes that is simulated. */
const gitVersion = 'v1.36.2';
const kustomizeVersion = 'v5.8.1';

const release = { major: '1', minor: '36' };

/** In the order in which Go writes it. Departs: it was built by nobody, and says so where the commit would stand. */
const build = {
  gitVersion,
  gitCommit: 'petset',
  gitTreeState: 'clean',
  buildDate: '2026-07-01T00:00:00Z',
  goVersion: 'go1.26.10',
  compiler: 'gc',
  platform: 'linux/amd64',
};

const compatibility = {
  emulationMajor: '1',
  emulationMinor: '36',
  minCompatibilityMajor: '1',
  minCompatibilityMinor: '35',
};

export const version: Command = {
  words: ['version'],
  summary: 'Print the client and server version information',
  usage: 'kubectl version [flags] [options]',
  flags: [
    { name: 'client', type: 'bool', help: 'Only the version of kubectl' },
    { name: 'output', short: 'o', type: 'string', help: 'json or yaml' },
  ],
  run({ flags, args, out, process, server }) {
    if (args.length > 0) throw usageError(`extra arguments: [${args.join(' ')}]`);
    const format = flags.text('output') ?? '';
    if (format !== '' && format !== 'json' && format !== 'yaml') {
      throw usageError("--output must be 'yaml' or 'json'");
    }
    const isClient = flags.bool('client');
    const refusal = isClient ? undefined : unreachable(process, server);
    const hasServer = !isClient && !refusal;
    if (format === '') {
      out(`Client Version: ${gitVersion}\nKustomize Version: ${kustomizeVersion}\n`);
      if (hasServer) out(`Server Version: ${gitVersion}\n`);
    } else {
      const serverVersion = { ...release, ...compatibility, ...build };
      const whole = {
        clientVersion: { ...release, ...build },
        kustomizeVersion,
        ...(hasServer ? { serverVersion } : {}),
      };
      out(format === 'yaml' ? toYaml(whole) : `${JSON.stringify(whole, null, 2)}\n`);
    }
    if (refusal) throw refusal.error;
    return 0;
  },
};
