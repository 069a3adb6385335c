// A file that was found, in a folder or in a zip: what it is, and how to read it when its turn comes.
import { extname } from 'node:path';
import type { Listed } from '../../intake/sort-out.ts';
import type { SubmissionForm, Unreadable } from '../../submission.ts';
import type { ReadBytes } from './read-bounded.ts';

export interface Source extends Listed {
  /** Where it is, for people: a zip's name, `!`, and the path in it. */
  readonly shown: string;
  /** Why it is not to be opened, where that is clear from outside. */
  readonly refusal?: Unreadable['id'];
  /** Its time of change; ms since the Unix epoch. */
  readonly changedAtMs?: number;
  read(): Promise<ReadBytes>;
}

const forms: ReadonlyMap<string, SubmissionForm> = new Map([
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
  ['.sh', 'sh'],
  ['.json', 'json'],
]);

/** What a file of this name is written in; undefined where nothing of ours ends so. */
export function formNamed(name: string): SubmissionForm | undefined {
  return forms.get(extname(name).toLowerCase());
}

export function isZipName(name: string): boolean {
  return extname(name).toLowerCase() === '.zip';
}

/** What systems leave behind and nobody hands in. */
export function isLeftover(name: string): boolean {
  return name.startsWith('.') || name === '__MACOSX' || name === 'node_modules' || name === 'Thumbs.db';
}
