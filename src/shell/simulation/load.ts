// `load svc/NAME[:PORT] RATE`: from now on so many requests a second come to a Service from outside, until `load svc/NAME 0`.
// Without words it says which Services have a load.
import { currentNamespace } from '../../kubectl/index.ts';
import type { Cluster, Program } from '../../sim/index.ts';
import { loadOf, ServiceKind, spreadLoad } from '../../sim/index.ts';

const usage = 'usage: load svc/NAME[:PORT] REQUESTS-PER-SECOND, or load\n';
const mostPerSecond = 1_000_000;
const target = /^(?:svc|services?)\/([a-z0-9-]+)(?::(\d{1,5}))?$/;

export function load(cluster: Cluster): Program {
  return function* (process) {
    const { argv, stdout, stderr } = process;
    const fail = (text: string, code: number) => {
      stderr.write(text);
      return code;
    };
    if (argv.length === 1) {
      stdout.write(listed(cluster));
      return 0;
    }
    const [, name = '', portText] = target.exec(argv[1] ?? '') ?? [];
    const rate = argv[2] ?? '';
    const requestsPerSecond = Number(rate);
    if (argv.length !== 3 || name === '' || !/^\d{1,7}(\.\d{1,3})?$/.test(rate)) return fail(usage, 2);
    if (requestsPerSecond > mostPerSecond) {
      return fail(`load: at most ${mostPerSecond} requests a second\n`, 2);
    }
    const namespace = currentNamespace(process);
    const service = cluster.view.get(ServiceKind, namespace, name);
    if (!service) return fail(`load: there is no Service "${name}" in namespace ${namespace}\n`, 1);
    const port = portText === undefined ? undefined : Number(portText);
    const ports = (service.spec.ports ?? []).map((own) => own.port);
    if (port !== undefined && !ports.includes(port)) {
      return fail(`load: Service "${name}" has no port ${port}, but: ${ports.join(', ')}\n`, 1);
    }
    const wanted = { requestsPerSecond, ...(port === undefined ? {} : { port }) };
    for (const act of spreadLoad(cluster.view, `${namespace}/${name}`, wanted)) cluster.world.act(act);
    return 0;
  };
}

function listed({ view }: Cluster): string {
  const lines = view.list(ServiceKind).flatMap(({ metadata }) => {
    const { requestsPerSecond = 0, port } = loadOf(view, `${metadata.namespace}/${metadata.name}`) ?? {};
    if (requestsPerSecond === 0) return [];
    const where = `svc/${metadata.name}${port === undefined ? '' : `:${port}`} -n ${metadata.namespace}`;
    return [`${where}: ${requestsPerSecond} requests a second\n`];
  });
  return lines.length > 0 ? lines.join('') : 'no Service has a load\n';
}
