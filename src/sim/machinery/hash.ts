// What the hashes in names are made of: `web-6d4f4d4b4c` is a Deployment's name and the hash of its pod template.
import { compareText } from './go-text.ts';
import { DNS_SUBDOMAIN_MAX_LENGTH, SUFFIX_ALPHABET } from './names.ts';

/** JSON with the keys of every object in order: equal values give equal texts. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, member]) => `${JSON.stringify(key)}:${sortedJson(member)}`);
  return `{${members.join(',')}}`;
}

/** The 32-bit FNV-1a hash of bytes. Returns 0 up to 2³². */
export function fnv1a(bytes: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** Turns any text into the characters of generated names, so that no hash spells a word. */
export function safeEncode(text: string): string {
  let encoded = '';
  for (let i = 0; i < text.length; i++) {
    encoded += SUFFIX_ALPHABET[text.charCodeAt(i) % SUFFIX_ALPHABET.length];
  }
  return encoded;
}

/** `web-6d4f4d4b4c`: the name of a ReplicaSet of a Deployment, or of a ControllerRevision of its owner. */
export function hashedName(owner: string, hash: string): string {
  return `${owner.slice(0, DNS_SUBDOMAIN_MAX_LENGTH - 30)}-${hash}`;
}
