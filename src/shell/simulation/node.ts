// `node NAME down|up`: cuts a node's network, or mends it. What runs on it goes on running.
import type { Cluster, Program } from '../../sim/index.ts';
import { NodeKind } from '../../sim/index.ts';

export function node(cluster: Cluster): Program {
  return function* (process) {
    const [, name = '', state] = process.argv;
    if ((state !== 'down' && state !== 'up') || process.argv.length > 3) {
      process.stderr.write('usage: node NAME down|up\n');
      return 2;
    }
    const known = cluster.view.list(NodeKind).map((it) => it.metadata.name);
    if (!known.includes(name)) {
      process.stderr.write(`node: there is no node "${name}"; there are: ${known.join(', ')}\n`);
      return 1;
    }
    if (state === 'down') cluster.world.cut(name);
    else cluster.world.restore(name);
    return 0;
  };
}
