// kubectl describe priorityclass and serviceaccount.
import type { PriorityClass, ServiceAccount } from '../../sim/index.ts';
import { SecretKind } from '../../sim/index.ts';
import { addHead } from './data.ts';
import type { Describer } from './describer.ts';
import { Document, mapEntries } from './document.ts';
import { addEvents } from './events.ts';

export const describePriorityClass: Describer<PriorityClass> = (priorityClass, view, nowMs) => {
  const { metadata, value, globalDefault = false, preemptionPolicy = '', description = '' } = priorityClass;
  const document = new Document();
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Value:', String(value));
  document.line(0, 'GlobalDefault:', String(globalDefault));
  document.line(0, 'PreemptionPolicy:', preemptionPolicy);
  document.line(0, 'Description:', description);
  document.line(0, 'Annotations:', mapEntries(metadata.annotations).join(',') || '<none>');
  addEvents(document, priorityClass, view, nowMs);
  return document.toString();
};

export const describeServiceAccount: Describer<ServiceAccount> = (account, view, nowMs) => {
  const document = new Document();
  addHead(document, account);
  const { name, namespace = '', uid } = account.metadata;
  const secrets = view.list(SecretKind, namespace);
  const named = (names: readonly string[]) =>
    names.map((it) => (secrets.some(({ metadata }) => metadata.name === it) ? it : `${it} (not found)`));
  const tokens = secrets.filter(({ type, metadata: { annotations = {} } }) => {
    const isOwn = annotations['kubernetes.io/service-account.name'] === name;
    return type === 'kubernetes.io/service-account-token' && isOwn;
  });
  const own = tokens.filter(
    ({ metadata: { annotations = {} } }) => annotations['kubernetes.io/service-account.uid'] === uid,
  );
  const pull = (account.imagePullSecrets ?? []).map((it) => it.name ?? '');
  const mounted = (account.secrets ?? []).map((it) => (it as { name?: string }).name ?? '');
  document.entries(0, 'Image pull secrets:', named(pull));
  document.entries(0, 'Mountable secrets:', named(mounted));
  document.entries(0, 'Tokens:', own.map(({ metadata }) => metadata.name).sort());
  addEvents(document, account, view, nowMs);
  return document.toString();
};
