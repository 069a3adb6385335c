/**
 * What the browser keeps of an exercise or lab between visits. The key holds the site's base path, the format's
 * version, the id and the revision: another revision's work stays where it is and can still be found.
 */
import type { Log } from '../../shell/log.ts';

export interface Kept {
  /** What was done to the cluster. */
  readonly log?: Log;
  /** Files as they stand in the editor, by path. */
  readonly drafts?: Readonly<Record<string, string>>;
  /** Answers to questions, by id. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** How many times a question was tried, by id. */
  readonly tries?: Readonly<Record<string, number>>;
  /** The last report's points. */
  readonly points?: number;
  readonly of?: number;
}

export interface Shelf {
  /** True where what it holds is to be seen at once: it came with a link. */
  readonly isShown?: boolean;
  read(): Kept | undefined;
  /** False where the browser keeps nothing: storage is full or blocked. */
  write(kept: Kept): boolean;
  erase(): void;
  /** Revisions of the same thing of which there is work. */
  otherRevisions(): readonly string[];
}

const VERSION = 'v1';

/** `base`: the path of the site, `/` or `/courses/petset/`. */
export function shelfFor(base: string, id: string, revision: number): Shelf {
  const prefix = `petset:${base}:${VERSION}:${id}:`;
  const key = `${prefix}${revision}`;
  return {
    read() {
      try {
        const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
        return typeof value === 'object' && value !== null ? (value as Kept) : undefined;
      } catch {
        return undefined;
      }
    },
    write(kept) {
      try {
        localStorage.setItem(key, JSON.stringify(kept));
        return true;
      } catch {
        return false;
      }
    },
    erase() {
      try {
        localStorage.removeItem(key);
      } catch {
        // Blocked storage holds nothing to erase.
      }
    },
    otherRevisions() {
      try {
        const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
        return keys.filter((it) => it.startsWith(prefix) && it !== key).map((it) => it.slice(prefix.length));
      } catch {
        return [];
      }
    },
  };
}
