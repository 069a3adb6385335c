/**
 * Everything that the browser keeps of the course, as one zip: a file for each exercise, as `petset grade` takes them, and
 * below `.petset/`, where the grader does not look, what it could not grade: clusters of lessons, and older revisions.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Kept } from './record.ts';
import { parseRecord, remove, setAside, textAt, UNREAD } from './shelf.ts';
import { keyOf } from './stored.ts';
import { together } from './together.ts';
import type { About, WorkFile } from './work-file.ts';
import { NotOurs, readWork, writeWork } from './work-file.ts';

/** Of an archive from outside. */
const BYTES_MAX = 64_000_000;
const FILE_BYTES_MAX = 8_000_000;
const FILES_MAX = 2_000;
const ONLY_OURS = '.petset/';
/** The same work gives the same bytes: a zip's first day. */
const MADE = new Date(1980, 0, 1, 12);

/** The bytes of the archive. */
export function packed(records: readonly WorkFile[]): Uint8Array<ArrayBuffer> {
  const files = records.map(
    ({ about, kept }) => [nameOf(about, records), strToU8(writeWork(about, kept))] as const,
  );
  return zipSync(Object.fromEntries(files), { mtime: MADE, level: 9 }) as Uint8Array<ArrayBuffer>;
}

function nameOf({ kind, id, revision }: About, records: readonly WorkFile[]): string {
  if (kind === 'lab') return `${ONLY_OURS}lab-${id}.json`;
  const isLast = !records.some(
    ({ about }) => about.kind === kind && about.id === id && about.revision > revision,
  );
  return isLast ? `${id}.json` : `${ONLY_OURS}${id}@${revision}.json`;
}

/** What a file from outside holds, an archive or a single export. Throws NotOurs or FaultyFile, and then nothing of it is taken. */
export function unpacked(name: string, bytes: Uint8Array): readonly WorkFile[] {
  if (bytes.length > BYTES_MAX) throw new NotOurs();
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const files = isZip ? filesIn(bytes) : [[name, bytes] as const];
  const works = files.map(([path, content]) => readWork(strFromU8(content), path));
  if (works.length === 0) throw new NotOurs();
  return works;
}

/** The texts of a zip. What it says of itself is bounded before anything is expanded, and no more than that is expanded. */
function filesIn(bytes: Uint8Array): (readonly [path: string, content: Uint8Array])[] {
  let total = 0;
  let count = 0;
  const isOurs = ({
    name,
    originalSize,
  }: {
    readonly name: string;
    readonly originalSize: number;
  }): boolean => {
    if (!name.endsWith('.json')) return false;
    total += originalSize;
    count += 1;
    if (originalSize > FILE_BYTES_MAX || total > BYTES_MAX || count > FILES_MAX) throw new NotOurs();
    return true;
  };
  try {
    return Object.entries(unzipSync(bytes, { filter: isOurs }));
  } catch {
    throw new NotOurs();
  }
}

/** Puts what a file held to what is here. False where there is no room, and then everything is as it was. */
export function takeIn(base: string, works: readonly WorkFile[]): boolean {
  const before = new Map<string, string | undefined>();
  try {
    for (const { about, kept } of works) {
      const key = keyOf(base, about);
      for (const it of [key, `${key}${UNREAD}`]) if (!before.has(it)) before.set(it, textAt(it));
      setAside(key);
      localStorage.setItem(key, JSON.stringify(together(recordOf(textAt(key)), kept)));
    }
    return true;
  } catch {
    for (const [key, text] of before) putBack(key, text);
    return false;
  }
}

function recordOf(text: string | undefined): Kept {
  const parsed = text === undefined ? undefined : parseRecord(text);
  return parsed && 'kept' in parsed ? parsed.kept : {};
}

function putBack(key: string, text: string | undefined): void {
  remove(key);
  try {
    if (text !== undefined) localStorage.setItem(key, text);
  } catch {
    // It was there before, so there is room for it.
  }
}
