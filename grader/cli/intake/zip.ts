// The files in a zip, read one at a time and never written to disk. A zip comes from outside: what it says of itself is bounded
// before anything is expanded, and held to while it is.
import { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise, openPromise } from 'yauzl';
import type { Unreadable } from '../../submission.ts';
import type { Listing } from './folder.ts';
import type { ReadBytes } from './read-bounded.ts';
import { refused, SUBMISSION_BYTES_MAX } from './read-bounded.ts';
import type { Source } from './source.ts';
import { isLeftover, isZipName } from './source.ts';
import { nameTextOf } from './text-of.ts';

export const zipBounds = {
  entries: 100_000,
  /** Of all entries together, as the zip says. */
  expandedBytes: 2 * 1024 ** 3,
  /** How much an entry may grow when it is expanded; small ones may grow more. */
  ratio: 100,
  ratioFreeBytes: 256 * 1024,
  /** A zip within a zip is read whole. */
  innerZipBytes: 32 * 1024 ** 2,
} as const;

/** A zip on disk, or the bytes of one. */
export type ZipOrigin = string | Uint8Array;

/** Lists a zip. Throws Error where it is none, or is too much. `label` is what paths begin with. */
export async function listZip(origin: ZipOrigin, label: string): Promise<Listing> {
  const zip = await open(origin);
  try {
    if (zip.entryCount > zipBounds.entries) throw new Error(`it holds more than ${zipBounds.entries} files`);
    const entries: { entry: Entry; name: string | undefined }[] = [];
    let expandedBytes = 0;
    for await (const entry of zip.eachEntry()) {
      const name = nameTextOf(entry.fileNameRaw);
      if (name?.endsWith('/')) continue;
      expandedBytes += entry.uncompressedSize;
      if (entries.length >= zipBounds.entries)
        throw new Error(`it holds more than ${zipBounds.entries} files`);
      if (expandedBytes > zipBounds.expandedBytes)
        throw new Error(`expanded it is larger than ${zipBounds.expandedBytes} bytes`);
      entries.push({ entry, name });
    }
    return listingOf(origin, label, entries);
  } finally {
    zip.close();
  }
}

function listingOf(
  origin: ZipOrigin,
  label: string,
  entries: readonly { readonly entry: Entry; readonly name: string | undefined }[],
): Listing {
  const counts = new Map<string, number>();
  for (const { name } of entries) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  const warnings: string[] = [];
  const sources: Source[] = [];
  for (const [index, { entry, name }] of entries.entries()) {
    if (name === undefined) {
      warnings.push(`${label}: the name of entry ${index + 1} is in no known encoding; it was passed over`);
      continue;
    }
    const path = safePath(name);
    if (path === undefined) {
      warnings.push(`${label}: "${name}" leads out of the zip; it was passed over`);
      continue;
    }
    if (path.some(isLeftover)) continue;
    const refusal = (counts.get(name) ?? 0) > 1 ? 'ambiguous-name' : refusalOf(entry);
    sources.push({
      path,
      shown: `${label}!${path.join('/')}`,
      changedAtMs: entry.getLastModDate({ timezone: 'UTC' }).getTime(),
      read: () => readEntry(origin, entry, path.at(-1) ?? ''),
      ...(refusal === undefined ? {} : { refusal }),
    });
  }
  const within = withoutWrapper(sources);
  const folders = new Set(within.flatMap(({ path }) => (path.length > 1 ? [path[0] ?? ''] : [])));
  return { sources: within.sort(byPath), folders: [...folders].sort(), warnings };
}

/** The steps of a path that stays inside; undefined for one that does not. */
function safePath(name: string): string[] | undefined {
  const steps = name.replaceAll('\\', '/').split('/');
  const leadsOut = steps.some((step) => step === '..' || step.includes('\0'));
  if (leadsOut || name.startsWith('/') || /^[A-Za-z]:/.test(name)) return undefined;
  const kept = steps.filter((step) => step !== '' && step !== '.');
  return kept.length === 0 ? undefined : kept;
}

function refusalOf(entry: Entry): Unreadable['id'] | undefined {
  const mode = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (mode === 0o120000) return 'a-link';
  if (mode !== 0 && mode !== 0o100000) return 'not-a-file';
  if (entry.isEncrypted() || !entry.canDecodeFileData()) return 'not-readable';
  return undefined;
}

async function readEntry(origin: ZipOrigin, entry: Entry, name: string): Promise<ReadBytes> {
  const { uncompressedSize, compressedSize } = entry;
  const bytesMax = isZipName(name) ? zipBounds.innerZipBytes : SUBMISSION_BYTES_MAX;
  if (uncompressedSize > bytesMax) return refused('too-large', `${uncompressedSize} bytes`);
  const isBomb = uncompressedSize > Math.max(zipBounds.ratioFreeBytes, compressedSize * zipBounds.ratio);
  if (isBomb) return refused('too-large', `${compressedSize} bytes that expand to ${uncompressedSize}`);
  let zip: ZipFile | undefined;
  try {
    zip = await open(origin);
    // The stream fails where it is longer or shorter than the zip said.
    const stream = await zip.openReadStreamPromise(entry);
    return { ok: true, bytes: Buffer.concat(await Readable.from(stream).toArray()) };
  } catch {
    return refused('not-readable', name);
  } finally {
    zip?.close();
  }
}

async function open(origin: ZipOrigin): Promise<ZipFile> {
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false };
  return typeof origin === 'string'
    ? await openPromise(origin, options)
    : await fromBufferPromise(Buffer.from(origin), options);
}

/** Many zips hold one folder, and everything in that. */
function withoutWrapper(sources: readonly Source[]): Source[] {
  const [top] = sources[0]?.path ?? [];
  const isWrapped = sources.every(({ path }) => path[0] === top && path.length > 1);
  const isDeep = sources.every(({ path }) => path.length > 2 || path[1] === 'submission_metadata.yml');
  if (top === undefined || !isWrapped || !isDeep) return [...sources];
  return sources.map((source) => ({ ...source, path: source.path.slice(1) }));
}

function byPath(a: Source, b: Source): number {
  const [left, right] = [a.path.join('/'), b.path.join('/')];
  return left < right ? -1 : left > right ? 1 : 0;
}
