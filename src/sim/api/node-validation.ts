// Validation of a Node, and of changes to it.
// Source: "Taints and Tolerations"; API reference of Node.
import type { FieldError } from '../machinery/field-error.ts';
import { duplicate, forbidden, invalid, notSupported, required } from '../machinery/field-error.ts';
import { FieldPath } from '../machinery/field-path.ts';
import { dns1123Subdomain, labelValue, qualifiedName } from '../machinery/names.ts';
import { isIpv6 } from './ip-address.ts';
import { checkCidr } from './ip-validation.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
import type { Node, Taint } from './node.ts';
import { checkText } from './scalar-validation.ts';

/** Where the API server says they are. */
const TAINTS = FieldPath.of('metadata', 'taints');
const CIDRS = FieldPath.of('spec', 'podCIDRs');
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

export function validateNode({ metadata, spec = {} }: Node): FieldError[] {
  const errors = validateMetadata(metadata, dns1123Subdomain);
  validateTaints(spec.taints ?? [], errors);
  validateCidrs(cidrsOf(spec), errors);
  return errors;
}

/** The older field says the first of them. */
function cidrsOf({ podCIDR, podCIDRs = [] }: Node['spec']): readonly string[] {
  return podCIDRs.length > 0 || !podCIDR ? podCIDRs : [podCIDR];
}

function validateCidrs(cidrs: readonly string[], errors: FieldError[]): void {
  for (const [i, cidr] of cidrs.entries()) checkCidr(cidr, CIDRS.index(i), errors);
  if (cidrs.length < 2) return;
  const families = cidrs.map((cidr) => isIpv6(cidr.split('/')[0] ?? ''));
  if (cidrs.length > 2 || families[0] === families[1]) {
    errors.push(invalid(CIDRS, cidrs, 'may specify no more than one CIDR for each IP family'));
  }
  for (const [i, cidr] of cidrs.entries()) {
    if (cidrs.indexOf(cidr) < i) errors.push(duplicate(CIDRS.index(i), cidr));
  }
}

function validateTaints(taints: readonly Taint[], errors: FieldError[]): void {
  const seen = new Set<string>();
  for (const [i, taint] of taints.entries()) {
    const path = TAINTS.index(i);
    const { key = '', value = '', effect } = taint;
    checkText(key, qualifiedName, path.child('key'), errors);
    const problems = labelValue(value);
    if (problems.length > 0) errors.push(invalid(path.child('value'), value, problems.join(';')));
    if (!effect) errors.push(required(path.child('effect')));
    else if (!EFFECTS.includes(effect)) errors.push(notSupported(path.child('effect'), effect, EFFECTS));
    if (seen.has(`${effect}/${key}`)) {
      const detail = 'taints must be unique by key and effect pair';
      errors.push({ ...duplicate(path, inner(taint)), detail });
    }
    seen.add(`${effect}/${key}`);
  }
}

/** As the API server prints it. */
function inner({ key, value = '', effect, timeAdded = undefined }: Taint): object {
  return { Key: key, Value: value, Effect: effect, TimeAdded: timeAdded ?? null };
}

export function validateNodeUpdate(next: Node, old: Node): FieldError[] {
  const errors = validateMetadataUpdate(next.metadata, old.metadata);
  const [now, before] = [cidrsOf(next.spec ?? {}), cidrsOf(old.spec ?? {})];
  const refuse = (path: FieldPath, field: string) =>
    errors.push(forbidden(path, `node updates may not change ${field} except from "" to valid`));
  if (before.length > 0 && now.length !== before.length) refuse(CIDRS, 'podCIDR');
  else if (before.length > 0) {
    for (const [i, cidr] of before.entries()) if (cidr !== now[i]) refuse(CIDRS, 'podCIDR');
  }
  if (old.spec?.providerID && next.spec?.providerID !== old.spec.providerID) {
    refuse(FieldPath.of('spec', 'providerID'), 'providerID');
  }
  return errors;
}
