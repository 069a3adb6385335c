// The container that exec and cp go into, and why they cannot.
import type { Pod } from '../sim/index.ts';
import type { Context } from './command.ts';
import { CommandError, usageError } from './command.ts';
import { containerList, containerNames, defaultContainer } from './pods.ts';

/** The container meant, after the checks that kubectl makes of its pod. Throws `CommandError`. */
export function containerFor(context: Context, pod: Pod): string {
  const phase = pod.status?.phase;
  if (phase === 'Succeeded' || phase === 'Failed') {
    throw usageError(`cannot exec into a container in a completed pod; current phase is ${phase}`);
  }
  const given = context.flags.text('container');
  if (given === undefined) return defaultContainer(context, pod);
  if (!containerNames(pod).includes(given)) {
    throw usageError(
      `container ${given} is not valid for pod ${pod.metadata.name} out of: ${containerList(pod)}`,
    );
  }
  return given;
}

/** A pod without a node, and a node that cannot be reached, answer nothing. Throws `CommandError`. */
export function refuseUnplaced({ cluster }: Context, { metadata, spec, status }: Pod): void {
  if (!spec.nodeName) {
    throw usageError(`unable to upgrade connection: pod ${metadata.name} does not have a host assigned`);
  }
  if (cluster.world.isConnected(spec.nodeName)) return;
  throw new CommandError(
    `Error from server: error dialing backend: dial tcp ${status?.hostIP ?? ''}:10250: connect: no route to host`,
  );
}
