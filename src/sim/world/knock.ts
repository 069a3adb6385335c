// The questions that a kubelet asks of a container over the network, from the pod's node: HTTP, TCP, gRPC.
import { isIp } from '../network/dns-name.ts';
import type { CheckAction, CheckOutcome } from './check.ts';
import type { PodNetwork } from './pod-network.ts';
import type { PodWorld } from './pod-world.ts';
import type { HttpResponse } from './process.ts';
import { healthIn, healthRequest } from './programs/grpc-health.ts';

export interface Knock {
  readonly outcome: CheckOutcome;
  /** How long the answer takes. */
  readonly afterMs?: number;
}

type Action<By extends CheckAction['by']> = CheckAction & { readonly by: By };

const redirectsMax = 10;

export function knock(network: PodNetwork, pod: PodWorld, action: Action<'http' | 'tcp' | 'grpc'>): Knock {
  const own = pod.sandbox?.ip ?? '';
  const host = action.by === 'grpc' ? '' : (action.host ?? '');
  if (host === 'localhost' || host.startsWith('127.')) return { outcome: { what: 'refused' } };
  if (host !== '' && !isIp(host)) return { outcome: { what: 'no-such-host' } };
  const site = { network, ip: host || own, fromNode: pod.nodeName, clientIp: gatewayOf(own) };
  if (action.by === 'grpc') return askHealth(site, action);
  return action.by === 'http' && !action.isTls ? askHttp(site, action) : connect(site, action);
}

interface Site {
  readonly network: PodNetwork;
  readonly ip: string;
  readonly fromNode: string;
  readonly clientIp: string;
}

/** The node's own address in the pods' network. */
function gatewayOf(podIp: string): string {
  return `${podIp.slice(0, podIp.lastIndexOf('.'))}.1`;
}

/** Opens a connection. Nobody here speaks TLS on it. */
function connect({ network, ip, fromNode }: Site, { by, port }: Action<'http' | 'tcp'>): Knock {
  const connection = network.connect(ip, port, fromNode);
  if (connection === 'open') return { outcome: { what: by === 'http' ? 'plain-text' : 'connected' } };
  return { outcome: { what: connection === 'refused' ? 'refused' : 'timed-out' } };
}

function askHttp(site: Site, { port, path, headers: own }: Action<'http'>): Knock {
  const headers = new Map([
    ['Host', `${site.ip}:${port}`],
    ['User-Agent', 'kube-probe/1.36'],
    ['Accept', '*/*'],
    ...own,
  ]);
  let afterMs = 0;
  let place = { port, target: path };
  for (let redirects = 0; ; redirects++) {
    const { network, ip, clientIp, fromNode } = site;
    const request = { method: 'GET', target: place.target, headers, body: '', clientIp };
    const answer = network.request(ip, place.port, request, fromNode);
    if (answer.outcome !== 'response') return { outcome: { what: unanswered(answer.outcome) } };
    const { status, delayMs = 0, body } = answer.response;
    afterMs += delayMs;
    const isRedirect = status >= 300 && status < 400;
    const next = isRedirect ? redirectOf(answer.response, ip) : undefined;
    if (next === undefined || redirects === redirectsMax) {
      return { outcome: { what: 'answered', status, ...(isRedirect ? { body } : {}) }, afterMs };
    }
    place = next;
  }
}

function unanswered(outcome: string): 'refused' | 'no-reply' | 'timed-out' {
  if (outcome === 'refused') return 'refused';
  return outcome === 'empty-reply' ? 'no-reply' : 'timed-out';
}

/** Where an answer sends the asker on to; undefined: nowhere, or to another host, where a kubelet does not follow. */
function redirectOf(
  { headers }: HttpResponse,
  ip: string,
): { readonly port: number; readonly target: string } | undefined {
  const location = headers.get('Location') ?? '';
  const [, host = '', port = '80', target = '/'] =
    /^http:\/\/([^/:]+)(?::(\d+))?(\/.*)?$/.exec(location) ?? [];
  return host === ip ? { port: Number(port), target } : undefined;
}

/** A server that answers in another language is one that no connection comes about with. */
function askHealth({ network, ip, fromNode, clientIp }: Site, { port, service }: Action<'grpc'>): Knock {
  const request = { ...healthRequest(service, `${ip}:${port}`), clientIp };
  const answer = network.request(ip, port, request, fromNode);
  if (answer.outcome !== 'response') return { outcome: { what: 'timed-out' } };
  const found = healthIn(answer.response);
  if (found === undefined) return { outcome: { what: 'timed-out' } };
  const afterMs = answer.response.delayMs ?? 0;
  if ('error' in found) return { outcome: { what: 'rpc-error', message: found.error }, afterMs };
  return { outcome: { what: 'health', status: found.health }, afterMs };
}
