// Reads a file that may be anything: links are not followed, pipes and devices not waited for, and no more is read than may be.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Unreadable } from '../../submission.ts';
import { SUBMISSION_CHARS_MAX } from '../../submission.ts';

/** A character takes up to four bytes: what is larger need not be read to be refused. */
export const SUBMISSION_BYTES_MAX = SUBMISSION_CHARS_MAX * 4;

export type ReadBytes =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly why: Unreadable };

/** The bytes of a regular file, as far as they fit. `name` is what a refusal calls it. */
export function readBounded(path: string, name: string, bytesMax = SUBMISSION_BYTES_MAX): ReadBytes {
  let file: number | undefined;
  try {
    // Whatever it was when it was listed: what is opened here is looked at again.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(file);
    if (!stat.isFile()) return refused('not-a-file', name);
    if (stat.size > bytesMax) return refused('too-large', `${stat.size} bytes`);
    return { ok: true, bytes: readUpTo(file, stat.size, bytesMax) };
  } catch (error) {
    return refused((error as NodeJS.ErrnoException).code === 'ELOOP' ? 'a-link' : 'not-readable', name);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

export function refused(
  id: Unreadable['id'],
  detail: string,
): { readonly ok: false; readonly why: Unreadable } {
  return { ok: false, why: { id, detail: detail.slice(0, 300) } };
}

/** Reads on to the end: a file may grow after it was measured. */
function readUpTo(file: number, size: number, bytesMax: number): Buffer {
  const parts: Buffer[] = [];
  let total = 0;
  while (total < bytesMax) {
    const part = Buffer.allocUnsafe(Math.min(Math.max(size - total, 0) + 1, bytesMax - total));
    const count = readSync(file, part);
    if (count === 0) break;
    parts.push(part.subarray(0, count));
    total += count;
  }
  return Buffer.concat(parts);
}
