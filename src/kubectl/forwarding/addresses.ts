// --address of `kubectl port-forward`: where on this machine the ports are opened.
import { usageError } from '../command.ts';

export interface ListenAddress {
  readonly host: string;
  readonly protocol: 'tcp4' | 'tcp6';
  /** Where `localhost` stands for two addresses, one of them is enough. */
  readonly isOneOfTwo: boolean;
}

/** Reads the flag's values. Throws `CommandError`. */
export function readAddresses(words: readonly string[]): readonly ListenAddress[] {
  const addresses = new Map<string, ListenAddress>();
  for (const word of words) {
    if (word === 'localhost') {
      addresses.set('127.0.0.1', { host: '127.0.0.1', protocol: 'tcp4', isOneOfTwo: true });
      addresses.set('::1', { host: '::1', protocol: 'tcp6', isOneOfTwo: true });
    } else if (isIpv4(word)) {
      addresses.set(word, { host: word, protocol: 'tcp4', isOneOfTwo: false });
    } else if (/^[0-9a-f:]*:[0-9a-f:]*$/i.test(word)) {
      addresses.set(word, { host: word, protocol: 'tcp6', isOneOfTwo: false });
    } else {
      throw usageError(`${word} is not a valid IP`);
    }
  }
  if (addresses.size === 0) throw usageError('you must specify at least 1 address');
  return [...addresses.values()].sort((a, b) => (a.host < b.host ? -1 : 1));
}

/** Whether the machine with this address of its own can open ports there. */
export function isOfMachine({ host }: ListenAddress, own: string | undefined): boolean {
  return host.startsWith('127.') || ['0.0.0.0', '::', '::1', own].includes(host);
}

/** `127.0.0.1:80`, `[::1]:80`. */
export function hostPort(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}
