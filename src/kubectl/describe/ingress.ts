// kubectl describe ingress.
import type { Ingress, IngressBackend, View } from '../../sim/index.ts';
import { compareText, ServiceKind } from '../../sim/index.ts';
import type { Describer } from './describer.ts';
import { annotationEntries, Document, mapEntries } from './document.ts';
import { addEvents } from './events.ts';
import { endpointsOf } from './service.ts';

export const describeIngress: Describer<Ingress> = (ingress, view, nowMs) => {
  const { metadata, spec = {}, status } = ingress;
  const { namespace = '' } = metadata;
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.line(0, 'Namespace:', namespace);
  document.line(0, 'Address:', addressOf(status));
  document.line(0, 'Ingress Class:', spec.ingressClassName ?? '<none>');
  const byDefault = spec.defaultBackend ? backendText(spec.defaultBackend, namespace, view) : '<default>';
  document.line(0, 'Default backend:', byDefault);
  if (spec.tls?.length) document.line(0, 'TLS:');
  for (const { hosts = [], secretName } of spec.tls ?? []) {
    document.line(1, `${secretName ? `${secretName} terminates` : 'SNI routes'} ${hosts.join(',')}`);
  }
  document.line(0, 'Rules:');
  document.line(1, 'Host', 'Path', 'Backends');
  document.line(1, '----', '----', '--------');
  const rules = (spec.rules ?? []).filter(({ http }) => http);
  for (const { host, http } of rules) {
    document.line(1, host || '*', '');
    for (const { path = '', backend = {} } of http?.paths ?? []) {
      document.line(2, '', `${path} `, backendText(backend, namespace, view));
    }
  }
  if (rules.length === 0) document.line(1, '*', '*', byDefault);
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
  addEvents(document, ingress, view, nowMs);
  return document.toString();
};

function addressOf(status: Ingress['status']): string {
  const given = (status?.loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip || hostname || '');
  return [...new Set(given.filter(Boolean))].sort(compareText).join(',');
}

/** `web:80 (10.244.1.10:80)`. */
function backendText({ service, resource }: IngressBackend, namespace: string, view: View): string {
  if (resource) {
    const { apiGroup = '<none>', kind = '', name = '' } = resource;
    return `APIGroup: ${apiGroup}, Kind: ${kind}, Name: ${name}`;
  }
  if (!service) return '';
  const { name = '', port = {} } = service;
  const text = `${name}:${port.number || port.name || ''}`;
  const found = view.get(ServiceKind, namespace, name);
  if (!found) return `${text} (<error: services ${JSON.stringify(name)} not found>)`;
  const wanted = found.spec.ports?.find((it) =>
    port.number ? it.port === port.number : it.name === port.name,
  );
  return `${text} (${endpointsOf(found, wanted?.name, view)})`;
}
