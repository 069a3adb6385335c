// kubectl version and kubectl cluster-info.
import type { Kind, KubeObject } from '../../sim/index.ts';
import type { Command } from '../command.ts';
import { usageError } from '../command.ts';
import { wholePrinter } from '../printers/index.ts';

/** The Kubernetes that is simulated. */
const gitVersion = 'v1.36.2';
const kustomizeVersion = 'v5.8.1';

const build = { gitVersion, major: '1', minor: '36', platform: 'linux/amd64' };

export const version: Command = {
  words: ['version'],
  summary: 'Print the client and server version information',
  usage: 'kubectl version [flags] [options]',
  flags: [
    { name: 'client', type: 'bool', help: 'Only the version of kubectl' },
    { name: 'output', short: 'o', type: 'string', help: 'json or yaml' },
  ],
  run({ flags, args, out }) {
    if (args.length > 0) throw usageError(`extra arguments: [${args.join(' ')}]`);
    const format = flags.text('output');
    const isClient = flags.bool('client');
    if (format) {
      if (format !== 'json' && format !== 'yaml') throw usageError("--output must be 'yaml' or 'json'");
      const whole = { clientVersion: build, kustomizeVersion, ...(isClient ? {} : { serverVersion: build }) };
      const print = wholePrinter(format);
      out(print([{ kind: {} as Kind, object: whole as unknown as KubeObject }], false));
      return 0;
    }
    out(`Client Version: ${gitVersion}\nKustomize Version: ${kustomizeVersion}\n`);
    if (!isClient) out(`Server Version: ${gitVersion}\n`);
    return 0;
  },
};

export const clusterInfo: Command = {
  words: ['cluster-info'],
  summary: 'Display cluster information',
  usage: 'kubectl cluster-info [flags] [options]',
  flags: [],
  run({ out }) {
    out('Kubernetes control plane is running at https://127.0.0.1:6443\n');
    out("\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n");
    return 0;
  },
};
