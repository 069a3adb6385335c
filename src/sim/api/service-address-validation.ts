// Validation of the addresses of a Service inside the cluster: clusterIP, clusterIPs and the families they belong to.
// Source: "IPv4/IPv6 dual-stack"; API reference of Service; wording and order from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { duplicate, invalid, notSupported, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { isIpv6 } from './ip-address.ts';
import { checkIp } from './ip-validation.ts';
import type { ServiceSpec } from './service.ts';

const IPS = FieldPath.of('spec', 'clusterIPs');
const FAMILIES = FieldPath.of('spec', 'ipFamilies');
const POLICY = FieldPath.of('spec', 'ipFamilyPolicy');
const FAMILY_POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];

export function isHeadless({ clusterIPs = [] }: ServiceSpec): boolean {
  return clusterIPs.length === 1 && clusterIPs[0] === 'None';
}

export function validateAddresses(spec: ServiceSpec, errors: FieldError[]): void {
  const { type, clusterIP = '', clusterIPs = [], ipFamilies = [], ipFamilyPolicy } = spec;
  if (type === 'ExternalName') return;
  if (clusterIP && clusterIPs.length === 0) errors.push(required(IPS));
  else if (clusterIP && clusterIPs[0] !== clusterIP) {
    errors.push(invalid(IPS, clusterIPs, 'first value must match `clusterIP`'));
  } else if (!clusterIP && clusterIPs.length > 0) {
    errors.push(invalid(IPS, clusterIPs, 'must be empty when `clusterIP` is not specified'));
  }
  for (const [i, family] of ipFamilies.entries()) {
    if (family !== 'IPv4' && family !== 'IPv6') {
      errors.push(notSupported(FAMILIES.index(i), family, ['IPv4', 'IPv6']));
    }
    if (ipFamilies.indexOf(family) < i) errors.push(duplicate(FAMILIES.index(i), family));
  }
  if (ipFamilyPolicy !== undefined && !FAMILY_POLICIES.includes(ipFamilyPolicy)) {
    errors.push(notSupported(POLICY, ipFamilyPolicy, FAMILY_POLICIES));
  }
  if (!validateEach(clusterIPs, errors)) return;
  if (clusterIPs.length > 1 && clusterIPs.filter(isIpv6).length !== 1) {
    errors.push(invalid(IPS, clusterIPs, 'may specify no more than one IP for each IP family'));
  }
  if (!isHeadless(spec)) validateFamilies(clusterIPs, ipFamilies, errors);
}

/** False where one of them is no address at all: then nothing else is said of them. */
function validateEach(clusterIPs: readonly string[], errors: FieldError[]): boolean {
  const before = errors.length;
  for (const [i, ip] of clusterIPs.entries()) {
    if (i > 0 || ip !== 'None') checkIp(ip, IPS.index(i), errors);
    else if (clusterIPs.length > 1) {
      errors.push(invalid(IPS, clusterIPs, "'None' must be the first and only value"));
    }
  }
  const isClean = errors.length === before;
  if (clusterIPs.length > 2) errors.push(invalid(IPS, clusterIPs, 'may only hold up to 2 values'));
  return isClean;
}

function validateFamilies(
  clusterIPs: readonly string[],
  ipFamilies: readonly string[],
  errors: FieldError[],
): void {
  for (const [i, ip] of clusterIPs.entries()) {
    const family = ipFamilies[i];
    const isOfOther = (family === 'IPv4' && isIpv6(ip)) || (family === 'IPv6' && !isIpv6(ip));
    if (!isOfOther) continue;
    errors.push(
      invalid(IPS.index(i), ip, `expected an ${family} value as indicated by \`ipFamilies[${i}]\``),
    );
  }
}

/** What no change may do to addresses that were given out. Coming from or going to a mere name, it may. */
export function validateAddressUpdate(next: ServiceSpec, old: ServiceSpec, errors: FieldError[]): void {
  if (next.type === 'ExternalName' || old.type === 'ExternalName') return;
  if (isHeadless(next) && isHeadless(old)) return;
  validateKept(next, old, 'clusterIPs', IPS, errors);
  if (isHeadless(next) !== isHeadless(old)) return;
  validateKept(next, old, 'ipFamilies', FAMILIES, errors);
}

function validateKept(
  next: ServiceSpec,
  old: ServiceSpec,
  field: 'clusterIPs' | 'ipFamilies',
  path: FieldPath,
  errors: FieldError[],
): void {
  const [now, before] = [next[field] ?? [], old[field] ?? []];
  // The first may never change; a second may come, and go where the policy says so.
  const kept = now.length === before.length ? before : before.slice(0, 1);
  if (now.length === 0 && before.length > 0) {
    const word = field === 'clusterIPs' ? 'clusterIP' : 'ipFamily';
    errors.push(invalid(path.index(0), now, `primary ${word} can not be unset`));
    return;
  }
  for (const [i, value] of kept.entries()) {
    if (now[i] === value) continue;
    const at = field === 'clusterIPs' ? i : 0;
    errors.push(invalid(path.index(at), now, 'may not change once set'));
  }
  if (before.length > now.length && now.length === 1 && next.ipFamilyPolicy !== 'SingleStack') {
    const what = field === 'clusterIPs' ? 'clusterIP' : 'ipFamily';
    const detail = `must be set to 'SingleStack' when releasing the secondary ${what}`;
    errors.push(invalid(POLICY, next.ipFamilyPolicy ?? null, detail));
  }
}
