// Names of the cluster's DNS zone, taken apart.

export const ZONE = 'cluster.local';

const MAX_NAME_LENGTH = 253;

/** Lower case and without the final dot; undefined where it can be no name. */
export function canonicalName(name: string): string | undefined {
  const canonical = name.toLowerCase().replace(/\.$/, '');
  const isName = canonical.length <= MAX_NAME_LENGTH && canonical.split('.').every(isLabel);
  return isName ? canonical : undefined;
}

function isLabel(label: string): boolean {
  return label.length > 0 && label.length <= 63;
}

/** The labels before the zone, or undefined for a name that is not in it. `cluster.local` itself has none. */
export function labelsInZone(name: string): readonly string[] | undefined {
  if (name === ZONE) return [];
  return name.endsWith(`.${ZONE}`) ? name.slice(0, -ZONE.length - 1).split('.') : undefined;
}

/** `5.1.244.10.in-addr.arpa`: the name that asks for an address' own. */
export function reverseName(ip: string): string {
  return `${ip.split('.').reverse().join('.')}.in-addr.arpa`;
}

/** The inverse of `reverseName`. */
export function ipOfReverseName(name: string): string | undefined {
  if (!name.endsWith('.in-addr.arpa')) return undefined;
  const ip = name.slice(0, -'.in-addr.arpa'.length).split('.').reverse().join('.');
  return isIp(ip) ? ip : undefined;
}

/** Four numbers from 0 to 255. */
export function isIp(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** `10-244-1-5`: the name of an endpoint that has none of its own. */
export function dashedIp(ip: string): string {
  return ip.replaceAll('.', '-');
}
