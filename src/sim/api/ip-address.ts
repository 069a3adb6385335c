// Which texts are IP addresses, as Kubernetes reads them.

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

function isIpv6(text: string): boolean {
  if (text.length > 45 || !text.includes(':')) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const size = groups.length + (isIpv4(last) ? 1 : 0);
  const isHex = groups.every(
    (group, i) => /^[0-9a-f]{1,4}$/i.test(group) || (i === groups.length - 1 && isIpv4(group)),
  );
  return isHex && (halves.length === 2 ? size < 8 : size === 8);
}
