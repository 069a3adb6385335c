/**
 * Where the browser keeps a record between visits. The key holds the site's base path, the format's version, the id and
 * the revision: another revision's record stays where it is and can still be found.
 */
import type { Position } from './json-places.ts';
import { positionIn } from './json-places.ts';
import type { Path } from './place.ts';
import { Misshapen, Place, pathText } from './place.ts';
import { readRecord } from './read-record.ts';
import type { Kept } from './record.ts';

export interface Shelf {
  /** True where what it holds is to be seen at once: it came with a link. */
  readonly isShown?: boolean;
  /** What is kept; nothing where what is there cannot be read. */
  read(): Kept;
  /** What is wrong with what is there, and where. It is left as it is, under another key once something is written. */
  fault(): Fault | undefined;
  /** Changes what is kept. False where the browser keeps nothing: storage is full or blocked. */
  write(change: (kept: Kept) => Kept): boolean;
  /** Erases every revision, and what could not be read. */
  erase(): void;
  /** Revisions of the same thing of which there is a record. */
  otherRevisions(): readonly string[];
  /** The record of another revision. */
  readRevision(revision: string): Kept;
  /** Calls when another page has changed or erased it; returns the way to stop. */
  watch(hear: () => void): () => void;
}

export interface Fault extends Position {
  /** `work.log.entries[3].do`; '' where it is no JSON. */
  readonly path: string;
}

export const FORMAT_VERSION = 'v1';
/** Behind a key: what was there and could not be read. */
export const UNREAD = ':unread';

/** What all keys of a site begin with. `base`: its path, `/` or `/courses/petset/`. */
export function keysOf(base: string): string {
  return `petset:${base}:${FORMAT_VERSION}:`;
}

/** Reads the text of a record; what is wrong with it is an answer, no exception. */
export function parseRecord(text: string): { readonly kept: Kept } | { readonly fault: Fault } {
  try {
    return { kept: readRecord(new Place(JSON.parse(text))) };
  } catch (error) {
    return { fault: faultIn(text, error instanceof Misshapen ? error.path : undefined) };
  }
}

/** `path` is undefined where the text is no JSON. */
export function faultIn(text: string, path: Path | undefined): Fault {
  return { ...positionIn(text, path ?? []), path: path === undefined ? '' : pathText(path) };
}

export function shelfFor(base: string, id: string, revision: number): Shelf {
  const prefix = `${keysOf(base)}${id}:`;
  const key = `${prefix}${revision}`;
  const revisions = (): readonly string[] =>
    storedKeys()
      .filter((it) => it.startsWith(prefix) && it !== key)
      .map((it) => it.slice(prefix.length))
      .filter((it) => /^\d+$/.test(it));
  return {
    read: () => recordAt(key),
    fault() {
      const text = textAt(key);
      const parsed = text === undefined ? undefined : parseRecord(text);
      return parsed && 'fault' in parsed ? parsed.fault : undefined;
    },
    write(change) {
      try {
        setAside(key);
        localStorage.setItem(key, JSON.stringify(change(recordAt(key))));
        return true;
      } catch {
        return false;
      }
    },
    erase() {
      for (const it of storedKeys()) if (it.startsWith(prefix)) remove(it);
    },
    otherRevisions: revisions,
    readRevision: (other) => recordAt(`${prefix}${other}`),
    watch(hear) {
      const onStorage = (event: StorageEvent): void => {
        // No key: everything was erased.
        if (event.key === null || event.key === key) hear();
      };
      addEventListener('storage', onStorage);
      return () => removeEventListener('storage', onStorage);
    },
  };
}

/** Every key there is; none where storage is blocked. */
export function storedKeys(): readonly string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  } catch {
    return [];
  }
}

export function textAt(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Blocked storage holds nothing to erase.
  }
}

function recordAt(key: string): Kept {
  const text = textAt(key);
  const parsed = text === undefined ? undefined : parseRecord(text);
  return parsed && 'kept' in parsed ? parsed.kept : {};
}

/** What cannot be read must not be written over. Throws where there is no room for it. */
export function setAside(key: string): void {
  const text = textAt(key);
  if (text !== undefined && 'fault' in parseRecord(text)) localStorage.setItem(`${key}${UNREAD}`, text);
}
