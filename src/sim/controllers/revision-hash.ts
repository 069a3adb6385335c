// The hash in the name of a ControllerRevision: web-7b97549f6b.
// It is Kubernetes' own: 32-bit FNV-1 over the revision's JSON and its collision count, written in the characters of
// generated names. So the same template gives the same name here as in a real cluster.
import { safeEncode, sortedJson } from '../machinery/hash.ts';

/** `collisionCount` is raised until no other template has the name. */
export function revisionHash(data: unknown, collisionCount: number): string {
  return safeEncode(String(fnv1(utf8(escapedJson(data) + collisionCount))));
}

/** JSON as Go writes it: sorted keys, and what matters to HTML escaped. */
function escapedJson(data: unknown): string {
  return sortedJson(data).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function fnv1(bytes: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash, 0x01000193) ^ byte;
  return hash >>> 0;
}

/** The bytes of a text; half a character, which no text from outside holds, is written as if it were a whole one. */
export function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continuation(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), continuation(code >> 6), continuation(code));
    else {
      bytes.push(0xf0 | (code >> 18), continuation(code >> 12), continuation(code >> 6), continuation(code));
    }
  }
  return bytes;
}

function continuation(code: number): number {
  return 0x80 | (code & 0x3f);
}
