// Validation of how a pod finds names: its resolver, and names of its own.
// Source: "DNS for Services and Pods"; wording from recordings of 1.36.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid, required } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { utf8Length } from '../machinery/go-text.ts';
import { dns1123Subdomain, dns1123SubdomainWithUnderscore } from '../machinery/names.ts';
import { isIpAddress } from './ip-address.ts';
import type { PodSpec } from './pod-spec.ts';
import { checkText } from './scalar-validation.ts';

const MAX_SERVERS = 3;
const MAX_SEARCHES = 32;
const MAX_SEARCH_LENGTH = 2048;
const IP_MESSAGE = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';

export function validateDns({ dnsPolicy, dnsConfig }: PodSpec, path: FieldPath, errors: FieldError[]): void {
  const servers = dnsConfig?.nameservers ?? [];
  if (dnsPolicy === 'None' && dnsConfig === undefined) {
    errors.push(required(path, 'must provide `dnsConfig` when `dnsPolicy` is None'));
  } else if (dnsPolicy === 'None' && servers.length === 0) {
    const detail = 'must provide at least one DNS nameserver when `dnsPolicy` is None';
    errors.push(required(path.child('nameservers'), detail));
  } else if (dnsConfig) validateConfig(dnsConfig, path, errors);
}

function validateConfig(
  { nameservers = [], searches = [], options = [] }: NonNullable<PodSpec['dnsConfig']>,
  path: FieldPath,
  errors: FieldError[],
): void {
  const atServers = path.child('nameservers');
  if (nameservers.length > MAX_SERVERS) {
    errors.push(invalid(atServers, nameservers, `must not have more than ${MAX_SERVERS} nameservers`));
  }
  for (const [i, server] of nameservers.entries()) checkIp(server, atServers.index(i), errors);
  const at = path.child('searches');
  if (searches.length > MAX_SEARCHES) {
    errors.push(invalid(at, searches, `must not have more than ${MAX_SEARCHES} search paths`));
  }
  if (utf8Length(searches.join(' ')) > MAX_SEARCH_LENGTH) {
    const detail = `must not have more than ${MAX_SEARCH_LENGTH} characters (including spaces) in the search list`;
    errors.push(invalid(at, searches, detail));
  }
  for (const [i, search] of searches.entries()) {
    if (search === '.') continue;
    checkText(search.replace(/\.$/, ''), dns1123SubdomainWithUnderscore, at.index(i), errors);
  }
  for (const [i, { name }] of options.entries()) {
    if (!name) errors.push(required(path.child('options').index(i), 'must not be empty'));
  }
}

export function validateHostAliases(
  aliases: NonNullable<PodSpec['hostAliases']>,
  path: FieldPath,
  errors: FieldError[],
): void {
  for (const [i, { ip, hostnames = [] }] of aliases.entries()) {
    checkIp(ip, path.index(i).child('ip'), errors);
    for (const [j, name] of hostnames.entries()) {
      checkText(name, dns1123Subdomain, path.index(i).child('hostnames').index(j), errors);
    }
  }
}

function checkIp(text: string, path: FieldPath, errors: FieldError[]): void {
  if (!isIpAddress(text ?? '')) errors.push(invalid(path, text ?? '', IP_MESSAGE));
}
