// Reports on disk, each under the hash of all that it depends on. Written whole or not at all, so that a run may end at any moment
// and the next one goes on from there.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { canonicalJson } from '../../canonical-json.ts';
import type { Report } from '../../report/report.ts';
import { REPORT_FORMAT, REPORT_VERSION } from '../../report/report.ts';

/** Names what a report is a function of. */
export function resultKey(about: {
  readonly engine: string;
  readonly exercise: string;
  readonly seeds: readonly number[];
  readonly form: string;
  readonly text: string;
}): string {
  const { text, ...rest } = about;
  return createHash('sha256').update(canonicalJson(rest)).update('\0').update(text).digest('hex');
}

/** Where results are kept if nothing else is said. */
export function usualFolder(): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return process.env.PETSET_RESULTS || join(cache, 'petset', 'results');
}

export class ResultStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The report of a key; undefined where there is none, or one that was cut or is not of this form. */
  read(key: string): Report | undefined {
    try {
      const report = JSON.parse(readFileSync(this.#pathOf(key), 'utf8')) as Report;
      return report.format === REPORT_FORMAT && report.version === REPORT_VERSION ? report : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps the JSON of a report. Throws where the disk does not take it. */
  write(key: string, json: string): void {
    const path = this.#pathOf(key);
    const part = `${path}.${process.pid}.${randomBytes(6).toString('hex')}.part`;
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeFileSync(part, json);
      renameSync(part, path);
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
  }

  #pathOf(key: string): string {
    return join(this.#folder, key.slice(0, 2), `${key}.json`);
  }
}
