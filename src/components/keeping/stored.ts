/** All that is kept of the course in this browser. */
import type { Fault } from './shelf.ts';
import { keysOf, parseRecord, remove, shelfFor, storedKeys, textAt } from './shelf.ts';
import type { About, WorkFile } from './work-file.ts';

export interface Stored extends WorkFile {
  readonly key: string;
}

/** A record that cannot be read. */
export interface Unreadable {
  readonly key: string;
  readonly fault: Fault;
}

export interface Everything {
  readonly records: readonly Stored[];
  readonly unreadable: readonly Unreadable[];
}

/** All that is kept of a site's course, by kind, id and revision. */
export function everythingIn(base: string): Everything {
  const records: Stored[] = [];
  const unreadable: Unreadable[] = [];
  for (const key of [...storedKeys()].sort()) {
    const about = aboutOf(base, key);
    const text = about && textAt(key);
    if (text === undefined || !about) continue;
    const parsed = parseRecord(text);
    if ('kept' in parsed) records.push({ key, about, kept: parsed.kept });
    else unreadable.push({ key, fault: parsed.fault });
  }
  return { records, unreadable };
}

/** The key of a record in storage. */
export function keyOf(base: string, { kind, id, revision }: About): string {
  return `${keysOf(base)}${kind}:${id}:${revision}`;
}

function aboutOf(base: string, key: string): About | undefined {
  if (!key.startsWith(keysOf(base))) return undefined;
  const [, kind, id = '', revision] =
    /^(exercise|lab):([\w-]+):(\d+)$/.exec(key.slice(keysOf(base).length)) ?? [];
  return kind === 'exercise' || kind === 'lab' ? { kind, id, revision: Number(revision) } : undefined;
}

/** Erases everything of this site's course, what cannot be read too. */
export function eraseEverything(base: string): void {
  for (const key of storedKeys()) if (key.startsWith(keysOf(base))) remove(key);
}

/** Erases one exercise or lab, every revision of it. */
export function eraseOne(base: string, { kind, id, revision }: About): void {
  shelfFor(base, `${kind}:${id}`, revision).erase();
}
