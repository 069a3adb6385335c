// luksa/kubia-pet-peers: like kubia-pet, but it looks its peers up in DNS and shows what is stored on each of them.
import type { Image } from '../image.ts';
import type { Process } from '../process.ts';
import { kubiaApp } from './kubia-app.ts';
import { storeData, storedData } from './kubia-pet.ts';

const serviceName = 'kubia.default.svc.cluster.local';
const port = 8080;

export const kubiaPetPeers: Image = kubiaApp({
  repository: 'docker.io/luksa/kubia-pet-peers',
  exampleTag: 'latest',
  app: () => () => (process, request) => {
    if (request.method === 'POST') return storeData(process, request.body);
    if (request.target === '/data') return { status: 200, body: storedData(process) };
    const body = `You've hit ${process.host.hostname}\nData stored in the cluster:\n${peersData(process)}`;
    return { status: 200, body };
  },
});

function peersData(process: Process): string {
  const { network } = process.host;
  const { code, answers } = network.query(serviceName, 'SRV');
  const names = answers.filter(({ type }) => type === 'SRV').map(({ data }) => hostOf(data));
  if (code !== 'NOERROR' || names.length === 0) {
    const reason = code === 'timeout' ? 'ETIMEOUT' : code === 'NOERROR' ? 'ENODATA' : 'ENOTFOUND';
    return `Could not look up DNS SRV records: Error: querySrv ${reason} ${serviceName}`;
  }
  return names.map((name) => `- ${name}: ${dataOf(process, name)}\n`).join('');
}

/** The target of an SRV record, `priority weight port target.` */
function hostOf(data: string): string {
  return (data.split(' ').at(-1) ?? '').replace(/\.$/, '');
}

function dataOf(process: Process, name: string): string {
  const { network } = process.host;
  const [ip] = network.resolve(name);
  if (ip === undefined) return '';
  // One that asks itself would wait for its own answer.
  if (ip === network.ip) return storedData(process);
  const request = {
    method: 'GET',
    target: '/data',
    headers: new Map([['Host', `${name}:${port}`]]),
    body: '',
  };
  const outcome = network.request(ip, port, request);
  return outcome.outcome === 'response' ? outcome.response.body : '';
}
