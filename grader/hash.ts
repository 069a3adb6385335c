// The hash by which a report names what it graded.
import { sha256 } from '../src/sim/index.ts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of the canonical JSON of a value, as `sha256:` and 64 hexadecimal digits. */
export function hashOf(value: unknown): string {
  return `sha256:${sha256(asciiOf(canonicalJson(value)))}`;
}

/** JSON in ASCII: every other code unit as \uXXXX, which is the same JSON. */
function asciiOf(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
