// kubectl attach: joins a container that runs already.

import type { Pod } from '../../sim/index.ts';
import { joinRunning } from '../attachment.ts';
import type { Command, Context } from '../command.ts';
import { usageError } from '../command.ts';
import { containerList, containerNames, defaultContainer, findPod } from '../pods.ts';

export const attach: Command = {
  words: ['attach'],
  summary: 'Attach to a running container',
  usage: 'kubectl attach (POD | TYPE/NAME) -c CONTAINER [options]',
  flags: [
    { name: 'container', short: 'c', type: 'string', help: 'The container' },
    { name: 'stdin', short: 'i', type: 'bool', help: 'Pass standard input to the container' },
    { name: 'tty', short: 't', type: 'bool', help: 'Standard input is a terminal' },
    { name: 'quiet', short: 'q', type: 'bool', help: 'Only print what the container prints' },
    { name: 'pod-running-timeout', type: 'duration', default: '1m0s', help: 'Has no effect here' },
  ],
  *run(context) {
    const { args } = context;
    const [first, second, ...more] = args;
    if (first === undefined) throw usageError('at least 1 argument is required for attach');
    if (more.length > 0) {
      throw usageError(
        `expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) saw ${args.length}: [${args.join(' ')}]`,
      );
    }
    const pod = findPod(context, second === undefined ? first : `${first}/${second}`);
    const { phase } = pod.status ?? {};
    if (phase === 'Succeeded' || phase === 'Failed') {
      throw usageError(`cannot attach a container in a completed pod; current phase is ${phase}`);
    }
    yield* joinRunning(context, pod, containerFor(context, pod));
    return 0;
  },
};

function containerFor(context: Context, pod: Pod): string {
  const given = context.flags.text('container');
  if (given === undefined) return defaultContainer(context, pod);
  if (containerNames(pod).includes(given)) return given;
  throw usageError(
    `container ${given} is not valid for pod ${pod.metadata.name} out of: ${containerList(pod)}`,
  );
}
