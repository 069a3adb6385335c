// Cluster IPs and node ports for Services: those asked for if they are free, else free ones drawn from the seed. This comes
// before validation, so that what cannot be had is all that is said of a Service.
// Source: the documentation of Service (service-cluster-ip-range 10.96.0.0/12, node ports 30000–32767, the lower part of each
// left to those who ask for a certain one).
import type { Kind } from '../api/kind.ts';
import type { Service, ServiceSpec } from '../api/service.ts';
import { ServiceKind } from '../api/service.ts';
import { validateAddresses } from '../api/service-address-validation.ts';
import { hasClusterIp, hasHealthCheck } from '../api/service-defaults.ts';
import type { View } from '../component.ts';
import type { FieldError } from '../machinery/field-error.ts';
import { invalid as invalidField } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import type { Random } from '../machinery/random.ts';
import { PortOperation } from './node-ports.ts';
import type { Status } from './status.ts';
import { invalid, refusal } from './status.ts';

const SPEC = FieldPath.of('spec');
const RANGE = '10.96.0.0/12';
/** What a dry run says instead of drawing one. */
const DRY_RUN_IP = '10.96.0.0';

export interface AllocationRequest {
  /** Its addresses and ports are filled in. */
  readonly draft: Service;
  /** The Service before an update. */
  readonly old?: Service | undefined;
  readonly view: View;
  readonly random: Random;
  readonly isDryRun: boolean;
}

/** Gives a Service what its type needs; returns why it cannot have it. */
export function allocateService(request: AllocationRequest): Status | undefined {
  const { metadata, spec } = request.draft;
  const errors = familyErrors(spec);
  if (errors.length === 0) errors.push(...allocateIp(request));
  if (errors.length === 0 && request.draft.spec.type !== 'ExternalName') return allocatePorts(request);
  return errors.length > 0 ? invalid(ServiceKind as Kind, metadata.name, errors) : undefined;
}

/** This cluster has one family only. */
function familyErrors(spec: ServiceSpec): FieldError[] {
  const errors: FieldError[] = [];
  if (spec.type === 'ExternalName') return errors;
  validateAddresses(spec, errors);
  if (errors.length > 0) return errors;
  const { clusterIP, clusterIPs = [], ipFamilies = [], ipFamilyPolicy = '' } = spec;
  const refuse = (path: FieldPath, value: unknown, detail: string) =>
    errors.push(invalidField(path, value, detail));
  const policy = SPEC.child('ipFamilyPolicy');
  const both = "must be 'RequireDualStack' or 'PreferDualStack' when multiple";
  if (ipFamilyPolicy === 'SingleStack' && clusterIPs.length === 2) {
    refuse(policy, ipFamilyPolicy, `${both} cluster IPs are specified`);
  }
  if (ipFamilyPolicy === 'SingleStack' && ipFamilies.length === 2) {
    refuse(policy, ipFamilyPolicy, `${both} IP families are specified`);
  }
  for (const [i, ip] of clusterIPs.entries()) {
    if (i < ipFamilies.length || !ip.includes(':')) continue;
    refuse(SPEC.child('clusterIPs').index(i), clusterIPs, 'IPv6 is not configured on this cluster');
  }
  if (errors.length > 0) return errors;
  if (clusterIP === 'None' && Object.keys(spec.selector ?? {}).length === 0) return errors;
  if (ipFamilyPolicy === 'RequireDualStack') {
    refuse(policy, ipFamilyPolicy, 'this cluster is not configured for dual-stack services');
  }
  for (const [i, family] of ipFamilies.entries()) {
    if (family !== 'IPv4')
      refuse(SPEC.child('ipFamilies').index(i), family, 'not configured on this cluster');
  }
  return errors;
}

function allocateIp({ draft: { spec }, old, view, random, isDryRun }: AllocationRequest): FieldError[] {
  if (spec.type === 'ExternalName' || spec.clusterIPs?.[0] === 'None') return [];
  // One that has its address keeps it; validation says what may not change.
  if (old && hasClusterIp(old.spec)) return [];
  const asked = spec.clusterIPs?.[0];
  const used = new Set(view.list(ServiceKind).map((service) => service.spec.clusterIP));
  const ip = asked ?? (isDryRun ? DRY_RUN_IP : freeIp(used, random));
  spec.clusterIP = ip;
  spec.clusterIPs = [ip];
  if (asked === undefined) return [];
  const refuse = (why: string) => [
    invalidField(SPEC.child('clusterIPs'), [ip], `failed to allocate IP ${ip}: ${why}`),
  ];
  if (!isInRange(ip)) {
    return refuse(`the provided IP (${ip}) is not in the valid range. The range of valid IPs is ${RANGE}`);
  }
  return used.has(ip) && !isDryRun ? refuse('provided IP is already allocated') : [];
}

/** Neither the network's own address nor that of everybody in it. */
function isInRange(ip: string): boolean {
  const [first, second = 0] = ip.split('.').map(Number);
  return first === 10 && second >= 96 && second < 112 && ip !== '10.96.0.0' && ip !== '10.111.255.255';
}

function freeIp(used: ReadonlySet<string | undefined>, random: Random): string {
  for (;;) {
    const ip = `10.${96 + random.int(16)}.${random.int(256)}.${1 + random.int(254)}`;
    if (!used.has(ip) && !ip.startsWith('10.96.0.')) return ip;
  }
}

function allocatePorts(request: AllocationRequest): Status | undefined {
  const { draft, old, view, random, isDryRun } = request;
  const ports = new PortOperation(view, random, isDryRun);
  const status = old ? ports.forUpdate(draft, old) : ports.forCreate(draft);
  if (status || !hasHealthCheck(draft.spec) || (old && hasHealthCheck(old.spec))) return status;
  const asked = draft.spec.healthCheckNodePort;
  if (!asked) {
    draft.spec.healthCheckNodePort = ports.next();
    return undefined;
  }
  const problem = ports.take(asked);
  const words = `failed to allocate requested HealthCheck NodePort ${asked}: ${problem}`;
  return problem ? refusal('InternalError', `Internal error occurred: ${words}`) : undefined;
}
