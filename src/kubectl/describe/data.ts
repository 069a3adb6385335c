// kubectl describe configmap and secret.
import type { ConfigMap, KubeObject, Secret } from '../../sim/index.ts';
import { base64Length, base64ToText, compareText } from '../../sim/index.ts';
import type { Describer } from './describer.ts';
import { annotationEntries, Document, mapEntries } from './document.ts';
import { addEvents } from './events.ts';

export const describeConfigMap: Describer<ConfigMap> = (configMap, view, nowMs) => {
  const document = new Document();
  addHead(document, configMap);
  const { data = {}, binaryData = {} } = configMap;
  document.line(0, '').line(0, 'Data').line(0, '====');
  for (const key of sortedKeys(data)) {
    document
      .line(0, `${key}:`)
      .line(0, '----')
      .line(0, data[key] ?? '')
      .line(0, '');
  }
  document.line(0, '').line(0, 'BinaryData').line(0, '====');
  for (const key of sortedKeys(binaryData)) {
    document.line(0, `${key}: ${base64Length(binaryData[key] ?? '')} bytes`);
  }
  document.line(0, '');
  addEvents(document, configMap, view, nowMs);
  return document.toString();
};

/** Of the contents only how long they are; but a token is to be copied from here. */
export const describeSecret: Describer<Secret> = (secret) => {
  const document = new Document();
  addHead(document, secret);
  const { data = {}, type = '' } = secret;
  document.line(0, '').line(0, 'Type:', type);
  document.line(0, '').line(0, 'Data').line(0, '====');
  for (const key of sortedKeys(data)) {
    const value = data[key] ?? '';
    const isToken = key === 'token' && type === 'kubernetes.io/service-account-token';
    document.line(0, `${key}:`, isToken ? base64ToText(value) : `${base64Length(value)} bytes`);
  }
  return document.toString();
};

export function addHead(document: Document, { metadata }: KubeObject): void {
  document.line(0, 'Name:', metadata.name);
  document.line(0, 'Namespace:', metadata.namespace ?? '');
  document.entries(0, 'Labels:', mapEntries(metadata.labels));
  document.entries(0, 'Annotations:', annotationEntries(metadata.annotations));
}

/** Departs: kubectl prints them in any order. */
function sortedKeys(map: Readonly<Record<string, string>>): string[] {
  return Object.keys(map).sort(compareText);
}
