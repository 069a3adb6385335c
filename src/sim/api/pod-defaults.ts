// What the API server fills into a pod's spec, in a pod and in a workload's template alike.
// Source: the defaults named in the API reference of Pod v1.
import { formatQuantity, parseQuantity, quantityOf, scaledValue } from '../machinery/quantity.ts';
import type { Container, PodSpec, PodTemplateSpec, Probe, Volume } from './pod-spec.ts';

const defaultMode = 0o644;

/** Fills in a workload's template. Mutates a draft. */
export function fillInTemplate(template: PodTemplateSpec | undefined): void {
  if (template?.spec) fillInShared(template.spec);
}

/** Fills in a pod: what templates get, and what only a pod itself gets. Mutates a draft. */
export function fillInPod(spec: PodSpec): void {
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0) spec.terminationGracePeriodSeconds = 1;
  fillInShared(spec);
  spec.enableServiceLinks ??= true;
  for (const { resources } of [...(spec.initContainers ?? []), ...(spec.containers ?? [])]) {
    if (resources?.limits) resources.requests = { ...resources.limits, ...resources.requests };
  }
}

function fillInShared(spec: PodSpec): void {
  spec.restartPolicy ??= 'Always';
  spec.terminationGracePeriodSeconds ??= 30;
  spec.dnsPolicy ||= 'ClusterFirst';
  spec.securityContext ??= {};
  spec.schedulerName ||= 'default-scheduler';
  // The old name of the field follows the new one.
  if (spec.serviceAccount) spec.serviceAccountName ??= spec.serviceAccount;
  if (spec.serviceAccountName) spec.serviceAccount = spec.serviceAccountName;
  for (const container of [...(spec.initContainers ?? []), ...(spec.containers ?? [])]) {
    defaultContainer(container, spec.hostNetwork === true);
  }
  for (const volume of spec.volumes ?? []) defaultVolume(volume);
}

function defaultContainer(container: Container, isOnHostNetwork: boolean): void {
  container.imagePullPolicy ||= isLatest(container.image ?? '') ? 'Always' : 'IfNotPresent';
  container.terminationMessagePath ||= '/dev/termination-log';
  container.terminationMessagePolicy ||= 'File';
  container.resources ??= {};
  roundUpAmounts(container.resources.limits);
  roundUpAmounts(container.resources.requests);
  for (const port of container.ports ?? []) {
    port.protocol ||= 'TCP';
    if (isOnHostNetwork) port.hostPort ||= port.containerPort;
  }
  for (const { valueFrom } of container.env ?? []) {
    if (valueFrom?.fieldRef) valueFrom.fieldRef.apiVersion ||= 'v1';
    if (valueFrom?.resourceFieldRef) valueFrom.resourceFieldRef.divisor ??= '0';
  }
  for (const probe of [container.livenessProbe, container.readinessProbe, container.startupProbe]) {
    if (probe) defaultProbe(probe);
  }
  for (const hook of [container.lifecycle?.postStart, container.lifecycle?.preStop]) {
    defaultHandler((hook ?? {}) as Pick<Probe, 'httpGet'>);
  }
}

/** True where the image has no tag, or the tag latest; a digest fixes it. */
function isLatest(image: string): boolean {
  if (image.includes('@')) return false;
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return tag === undefined || tag === 'latest';
}

function defaultProbe(probe: Probe): void {
  probe.timeoutSeconds ||= 1;
  probe.periodSeconds ||= 10;
  probe.successThreshold ||= 1;
  probe.failureThreshold ||= 3;
  defaultHandler(probe);
  if (probe.grpc) probe.grpc.service ??= '';
}

function defaultHandler({ httpGet }: Pick<Probe, 'httpGet'>): void {
  if (!httpGet) return;
  httpGet.path ||= '/';
  httpGet.scheme ||= 'HTTP';
}

function defaultVolume(volume: Volume): void {
  const { secret, configMap, downwardAPI, projected, hostPath } = volume;
  if (Object.keys(volume).length === 1) volume.emptyDir = {};
  for (const source of [secret, configMap, downwardAPI, projected]) {
    if (source) source.defaultMode ??= defaultMode;
  }
  if (hostPath) hostPath.type ??= '';
  for (const item of [...(downwardAPI?.items ?? []), ...projectedItems(projected)]) defaultFieldRef(item);
}

function projectedItems(projected: Volume['projected']): unknown[] {
  const sources = (projected?.sources ?? []) as {
    serviceAccountToken?: { expirationSeconds?: number };
    downwardAPI?: { items?: unknown[] };
  }[];
  for (const { serviceAccountToken } of sources) {
    if (serviceAccountToken) serviceAccountToken.expirationSeconds ??= 3600;
  }
  return sources.flatMap(({ downwardAPI }) => downwardAPI?.items ?? []);
}

function defaultFieldRef(item: unknown): void {
  const { fieldRef } = item as { fieldRef?: { apiVersion?: string } };
  if (fieldRef) fieldRef.apiVersion ||= 'v1';
}

/** Nothing smaller than a thousandth is counted: 500u of a CPU become 1m. */
export function roundUpAmounts(amounts: Record<string, string> | undefined): void {
  for (const [name, text] of Object.entries(amounts ?? {})) {
    if (!/[nu]$/.test(text)) continue;
    const parsed = parseQuantity(text);
    if (parsed.ok)
      (amounts as Record<string, string>)[name] = formatQuantity(
        quantityOf(scaledValue(parsed.value, -3), -3),
      );
  }
}
