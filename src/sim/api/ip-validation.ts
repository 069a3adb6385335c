// Checks of IP addresses and ranges. Each adds what it finds to a list of errors.
// Source: API reference; since 1.36 zeros before a number and bits beyond a prefix are refused.
import type { FieldError } from '../machinery/field-error.ts';
import { invalid } from '../machinery/field-error.ts';
import type { FieldPath } from '../machinery/field-path.ts';
import { addressBits, isIpAddress, isMappedIpv4 } from './ip-address.ts';

const IP_MESSAGE = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';
const CIDR_MESSAGE = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';

/** 010.0.0.1 as 10.0.0.1: what older servers made of it. */
function withoutZeros(text: string): string {
  return text.replace(/(^|\.)0+(?=\d)/g, '$1');
}

/** An address. */
export function checkIp(text: string, path: FieldPath, errors: FieldError[]): void {
  if (isMappedIpv4(text)) errors.push(invalid(path, text, 'must not be an IPv4-mapped IPv6 address'));
  else if (!isIpAddress(text)) {
    const hasZeros = isIpAddress(withoutZeros(text));
    errors.push(invalid(path, text, hasZeros ? 'must not have leading 0s' : IP_MESSAGE));
  }
}

/** A range of addresses: 10.9.8.0/24. */
export function checkCidr(text: string, path: FieldPath, errors: FieldError[]): void {
  const problem = cidrProblem(text);
  if (problem) errors.push(invalid(path, text, problem));
}

function cidrProblem(text: string): string | undefined {
  const [address = '', length = '', ...more] = text.split('/');
  const bits = addressBits(withoutZeros(address));
  const size = Number(length);
  if (bits === undefined || more.length > 0 || !/^\d{1,3}$/.test(length) || size > bits.length)
    return CIDR_MESSAGE;
  if (!isIpAddress(address) || String(size) !== length)
    return 'must not have leading 0s in IP or prefix length';
  if (isMappedIpv4(address)) return 'must not have an IPv4-mapped IPv6 address';
  return bits.slice(size).includes('1') ? 'must not have bits set beyond the prefix length' : undefined;
}

/** An address that a request from elsewhere can reach. */
export function checkOrdinaryIp(text: string, path: FieldPath, errors: FieldError[]): void {
  const bits = addressBits(text);
  if (bits === undefined) {
    errors.push(invalid(path, text, 'must be a valid IP address'));
    return;
  }
  const refuse = (detail: string) => errors.push(invalid(path, text, detail));
  const starts = (...prefixes: string[]) => prefixes.some((prefix) => bits.startsWith(prefix));
  const isV4 = bits.length === 32;
  if (!bits.includes('1')) refuse(`may not be unspecified (${text})`);
  if (isV4 ? starts('01111111') : bits === '1'.padStart(128, '0')) {
    refuse('may not be in the loopback range (127.0.0.0/8, ::1/128)');
  }
  if (isV4 ? starts('1010100111111110') : starts('1111111010')) {
    refuse('may not be in the link-local range (169.254.0.0/16, fe80::/10)');
  }
  if (isV4 ? starts('111000000000000000000000') : /^11111111.{4}0010/.test(bits)) {
    refuse('may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)');
  }
}
