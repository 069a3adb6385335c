// kubectl create ingress.
import type { Ingress, IngressPath, IngressRule, Kind, KubeObject } from '../../sim/index.ts';
import { IngressKind } from '../../sim/index.ts';
import type { Command } from '../command.ts';
import { usageError } from '../command.ts';
import { createGenerated, generatorFlags, nameOf } from './generate.ts';

/** host/path=service:port, and whether that is behind TLS. */
const RULE = /^([\w*.-]*)(\/[^,=\n]*)=([\w-]+):([\w-]+)(?:,(tls)=?([\w-]+)?)?$/;

export const createIngress: Command = {
  words: ['create', 'ingress'],
  aliases: ['ing'],
  summary: 'Create an ingress with the specified name',
  usage: 'kubectl create ingress NAME --rule=host/path=service:port[,tls[=secret]] [options]',
  flags: [
    ...generatorFlags,
    { name: 'class', type: 'string', help: 'The class of the ingress' },
    {
      name: 'rule',
      type: 'each',
      help: 'host/path=service:port[,tls[=secret]]; a path that ends with * is a prefix',
    },
    { name: 'default-backend', type: 'string', help: 'Where all else goes, as service:port' },
    { name: 'annotation', type: 'each', help: 'An annotation of the ingress, as key=value' },
  ],
  run(context) {
    const { flags } = context;
    const name = nameOf(context);
    const [rules, backend] = [flags.list('rule'), flags.text('default-backend') ?? ''];
    if (!backend && rules.length === 0) {
      throw usageError(
        'not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) or a list of rules (which catch specific paths)',
      );
    }
    const read = rules.map(readRule);
    const annotations = flags.list('annotation').map(readAnnotation);
    if (backend && backend.split(':').length !== 2) {
      throw usageError('default-backend should be in format servicename:serviceport');
    }
    const [tls, className] = [tlsOf(read), flags.text('class')];
    const [service = '', port = ''] = backend.split(':');
    const ingress: Ingress = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { ...(annotations.length > 0 ? { annotations: Object.fromEntries(annotations) } : {}), name },
      spec: {
        ...(backend ? { defaultBackend: backendOf(service, port) } : {}),
        ...(className ? { ingressClassName: className } : {}),
        ...(read.length > 0 ? { rules: rulesOf(read) } : {}),
        ...(tls.length > 0 ? { tls } : {}),
      },
      status: { loadBalancer: {} },
    };
    return createGenerated(context, IngressKind as Kind, ingress as KubeObject, 'failed to create ingress');
  },
};

interface Rule {
  readonly host: string;
  readonly path: IngressPath;
  readonly isTls: boolean;
  readonly secret: string;
}

function readRule(text: string): Rule {
  const parts = RULE.exec(text);
  if (!parts) {
    const format = 'host/path=svcname:svcport[,tls[=secret]]';
    throw usageError(`rule ${text} is invalid and should be in format ${format}`);
  }
  const [, host = '', path = '', service = '', port = '', tls, secret = ''] = parts;
  const isPrefix = path.endsWith('*');
  return {
    host,
    path: {
      backend: backendOf(service, port),
      path: isPrefix ? path.slice(0, -1) : path,
      pathType: isPrefix ? 'Prefix' : 'Exact',
    },
    isTls: tls !== undefined,
    secret,
  };
}

function backendOf(service: string, port: string): NonNullable<IngressPath['backend']> {
  const given = /^\d+$/.test(port) ? { number: Number(port) } : { name: port };
  return { service: { name: service, port: given } };
}

function readAnnotation(text: string): [string, string] {
  const equals = text.indexOf('=');
  if (equals < 0) throw usageError(`annotation ${text} is invalid and should be in format key=[value]`);
  return [text.slice(0, equals), text.slice(equals + 1)];
}

/** Rules of one host become one. */
function rulesOf(rules: readonly Rule[]): IngressRule[] {
  const byHost = new Map<string, IngressPath[]>();
  for (const { host, path } of rules) byHost.set(host, [...(byHost.get(host) ?? []), path]);
  return [...byHost].map(([host, paths]) => ({ ...(host ? { host } : {}), http: { paths } }));
}

/** Hosts by the secret that holds their certificate; each host once. */
function tlsOf(rules: readonly Rule[]): { hosts?: string[]; secretName?: string }[] {
  const bySecret = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const { host, isTls, secret } of rules) {
    if (!isTls || seen.has(host) || (!host && !secret && !bySecret.has(secret))) continue;
    seen.add(host);
    bySecret.set(secret, [...(bySecret.get(secret) ?? []), ...(host || bySecret.has(secret) ? [host] : [])]);
  }
  return [...bySecret].map(([secretName, hosts]) => ({
    ...(hosts.length > 0 ? { hosts } : {}),
    ...(secretName ? { secretName } : {}),
  }));
}
