// Which texts are IP addresses and ranges, as Kubernetes reads them.

const PART = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${PART}(?:\\.${PART}){3}$`);

/** 10.9.8.7 or 2001:db8::ffff. */
export function isIpAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

/** Four numbers, without zeros before them. */
export function isIpv4(text: string): boolean {
  return IPV4.test(text);
}

/** 2001:db8::ffff. */
export function isIpv6(text: string): boolean {
  return groupsOf(text) !== undefined;
}

/** The bits of an address, 32 or 128 of them; undefined where the text is none. */
export function addressBits(text: string): string | undefined {
  if (isIpv4(text))
    return text
      .split('.')
      .map((part) => binary(Number(part), 8))
      .join('');
  return groupsOf(text)
    ?.map((group) => binary(group, 16))
    .join('');
}

/** An IPv4 address in the dress of an IPv6 one: ::ffff:10.0.0.1. */
export function isMappedIpv4(text: string): boolean {
  const groups = groupsOf(text);
  const isMapped = groups?.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped === true;
}

function binary(value: number, width: number): string {
  return value.toString(2).padStart(width, '0');
}

/** The eight groups of an IPv6 address. */
function groupsOf(text: string): number[] | undefined {
  if (text.length > 45 || !text.includes(':')) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [before, after] = halves.map((half, i) => groupsOfHalf(half, i === halves.length - 1));
  if (before === undefined || (halves.length === 2 && after === undefined)) return undefined;
  const missing = 8 - before.length - (after?.length ?? 0);
  if (halves.length === 1) return missing === 0 ? before : undefined;
  return missing > 0 ? [...before, ...new Array<number>(missing).fill(0), ...(after ?? [])] : undefined;
}

/** Only the end may be written as an IPv4 address. */
function groupsOfHalf(half: string, isLast: boolean): number[] | undefined {
  if (half === '') return [];
  const words = half.split(':');
  const groups: number[] = [];
  for (const [i, word] of words.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(word)) groups.push(Number.parseInt(word, 16));
    else if (isLast && i === words.length - 1 && isIpv4(word)) {
      const [a = 0, b = 0, c = 0, d = 0] = word.split('.').map(Number);
      groups.push(a * 256 + b, c * 256 + d);
    } else return undefined;
  }
  return groups;
}
