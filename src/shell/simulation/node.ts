// `node NAME down|up` cuts a node's network, or mends it: what runs on it goes on running. `off` pulls its plug and `on` starts it again;
// `reset` does both. `join` adds a machine to the cluster.
import type { Cluster, Process, Program } from '../../sim/index.ts';
import { dns1123Subdomain } from '../../sim/index.ts';

const usage = 'usage: node NAME down|up|off|on|reset|join\n';
const nodesMax = 100;

export function node(cluster: Cluster): Program {
  // biome-ignore lint/correctness/useYield: it waits for nothing
  return function* (process) {
    const [, name = '', verb = ''] = process.argv;
    const deed = deeds.get(verb);
    if (!deed || process.argv.length > 3) return fail(process, usage, 2);
    const known = cluster.world.nodeNames();
    if (verb === 'join') {
      if (known.includes(name)) return fail(process, `node: there is a node "${name}" already\n`, 1);
      if (dns1123Subdomain(name).length > 0)
        return fail(process, `node: "${name}" is no name for a node\n`, 1);
      if (known.length >= nodesMax) return fail(process, `node: ${nodesMax} nodes are enough\n`, 1);
    } else if (!known.includes(name)) {
      return fail(process, `node: there is no node "${name}"; there are: ${known.join(', ')}\n`, 1);
    }
    deed(cluster, name);
    return 0;
  };
}

const deeds: ReadonlyMap<string, (cluster: Cluster, name: string) => void> = new Map([
  ['down', ({ world }, name) => world.cut(name)],
  ['up', ({ world }, name) => world.restore(name)],
  ['off', ({ world }, name) => world.powerOff(name)],
  ['on', ({ world }, name) => world.powerOn(name)],
  [
    'reset',
    ({ world }, name) => {
      world.powerOff(name);
      world.powerOn(name);
    },
  ],
  ['join', ({ world }, name) => world.join(name)],
]);

function fail(process: Process, text: string, exitCode: number): number {
  process.stderr.write(text);
  return exitCode;
}
