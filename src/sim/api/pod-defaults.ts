// What the API server fills into a pod's spec, in a pod and in a workload's template alike.
// Source: the defaults named in the API reference of Pod v1.

import { parseImageName } from '../machinery/image-name.ts';
import { formatQuantity, parseQuantity, quantityOf, scaledValue } from '../machinery/quantity.ts';
import { writeResources } from '../machinery/resource-list.ts';
import { dropGatedFields } from './gated-fields.ts';
import { amountsOfContainers } from './pod-resources.ts';
import type { Container, PodSpec, PodTemplateSpec, Probe, Volume } from './pod-spec.ts';

const defaultMode = 0o644;
/** What a pod as a whole may have requests and limits for, besides huge pages. */
const POD_LEVEL = ['cpu', 'memory'];

interface VolumeSource {
  type?: string;
  iscsiInterface?: string;
  cachingMode?: string;
  kind?: string;
  fsType?: string;
  readOnly?: boolean;
  volumeClaimTemplate?: { spec?: { volumeMode?: string } };
  reference?: string;
  pullPolicy?: string;
}

/** Fills in a workload's template. Mutates a draft. */
export function fillInTemplate(template: PodTemplateSpec | undefined): void {
  if (template?.spec) fillInShared(template.spec);
}

/** Fills in a pod: what templates get, and what only a pod itself gets. Mutates a draft. */
export function fillInPod(spec: PodSpec): void {
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0) spec.terminationGracePeriodSeconds = 1;
  fillInShared(spec);
  spec.enableServiceLinks ??= true;
  for (const { resources, ports } of [...(spec.initContainers ?? []), ...(spec.containers ?? [])]) {
    if (resources?.limits) resources.requests = { ...resources.limits, ...resources.requests };
    if (!spec.hostNetwork) continue;
    for (const port of ports ?? []) port.hostPort ||= port.containerPort;
  }
  requestForPod(spec);
}

/** A pod that bounds what it uses as a whole requests what its containers do, or else all that it may use. */
function requestForPod(spec: PodSpec): void {
  const { resources } = spec;
  if (!resources?.requests && !resources?.limits) return;
  roundUpAmounts(resources.limits);
  roundUpAmounts(resources.requests);
  const ofContainers = writeResources(amountsOfContainers(spec, 'requests'));
  const small = Object.entries(ofContainers).filter(([name]) => POD_LEVEL.includes(name));
  resources.requests = { ...resources.limits, ...Object.fromEntries(small), ...resources.requests };
}

function fillInShared(spec: PodSpec): void {
  dropGatedFields(spec);
  spec.restartPolicy ??= 'Always';
  spec.terminationGracePeriodSeconds ??= 30;
  spec.dnsPolicy ||= 'ClusterFirst';
  spec.securityContext ??= {};
  spec.schedulerName ||= 'default-scheduler';
  // The old name of the field follows the new one.
  if (spec.serviceAccount) spec.serviceAccountName ??= spec.serviceAccount;
  if (spec.serviceAccountName) spec.serviceAccount = spec.serviceAccountName;
  for (const container of [...(spec.initContainers ?? []), ...(spec.containers ?? [])]) {
    defaultContainer(container);
  }
  for (const volume of spec.volumes ?? []) defaultVolume(volume);
}

function defaultContainer(container: Container): void {
  container.imagePullPolicy ||= isLatest(container.image ?? '') ? 'Always' : 'IfNotPresent';
  container.terminationMessagePath ||= '/dev/termination-log';
  container.terminationMessagePolicy ||= 'File';
  container.resources ??= {};
  roundUpAmounts(container.resources.limits);
  roundUpAmounts(container.resources.requests);
  for (const port of container.ports ?? []) port.protocol ||= 'TCP';
  for (const { valueFrom } of container.env ?? []) defaultFieldRef(valueFrom ?? {});
  for (const probe of [container.livenessProbe, container.readinessProbe, container.startupProbe]) {
    if (probe) defaultProbe(probe);
  }
  for (const hook of [container.lifecycle?.postStart, container.lifecycle?.preStop]) {
    defaultHandler((hook ?? {}) as Pick<Probe, 'httpGet'>);
  }
}

/** True where the image has the tag latest, or neither tag nor digest; what is no image's name has none. */
function isLatest(image: string): boolean {
  const name = parseImageName(image);
  return !('error' in name) && (name.tag === 'latest' || image.includes(':latest@'));
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
  const { secret, configMap, downwardAPI, projected } = volume;
  if (Object.keys(volume).every((key) => key === 'name')) volume.emptyDir = {};
  for (const source of [secret, configMap, downwardAPI, projected]) {
    if (source) source.defaultMode ??= defaultMode;
  }
  defaultSource(volume);
  for (const item of [...(downwardAPI?.items ?? []), ...projectedItems(projected)]) defaultFieldRef(item);
}

/** What the sources of a pod's volumes and of persistent volumes have in common. */
export function defaultSource(owner: object): void {
  const { hostPath, iscsi, azureDisk, ephemeral, image } = owner as Readonly<Record<string, VolumeSource>>;
  if (hostPath) hostPath.type ??= '';
  if (iscsi) iscsi.iscsiInterface ||= 'default';
  if (azureDisk) {
    azureDisk.cachingMode ??= 'ReadWrite';
    azureDisk.kind ??= 'Shared';
    azureDisk.fsType ??= 'ext4';
    azureDisk.readOnly ??= false;
  }
  const claim = ephemeral?.volumeClaimTemplate?.spec;
  if (claim) claim.volumeMode ??= 'Filesystem';
  if (image) image.pullPolicy ||= isLatest(image.reference ?? '') ? 'Always' : 'IfNotPresent';
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
  const { fieldRef, resourceFieldRef } = item as {
    fieldRef?: { apiVersion?: string };
    resourceFieldRef?: { divisor?: string };
  };
  if (fieldRef) fieldRef.apiVersion ||= 'v1';
  if (resourceFieldRef) resourceFieldRef.divisor ??= '0';
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
