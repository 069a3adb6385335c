/** The files in the learner's home directory, watched for changes that the editor did not make. */
import { homePaths } from '../../shell/home-files.ts';
import type { Machine } from '../../shell/machine.ts';
import { HOME } from '../../shell/session.ts';
import type { FileList } from './protocol.ts';

const TEXT_MAX = 200_000;

export class HomeFiles {
  readonly #machine: Machine;
  readonly #known: Map<string, string>;

  constructor(machine: Machine, known: FileList) {
    this.#machine = machine;
    this.#known = new Map(known);
  }

  /** The editor has written this: no news to it. */
  wrote(path: string, text: string): void {
    this.#known.set(path, text);
  }

  /** New and changed files since last asked. A file that was removed stays in the editor as it was. */
  changes(): FileList {
    const changed: [string, string][] = [];
    for (const path of homePaths(this.#machine)) {
      const text = this.#machine.files.read(`${HOME}/${path}`);
      if (text.length > TEXT_MAX || this.#known.get(path) === text) continue;
      this.#known.set(path, text);
      changed.push([path, text]);
    }
    return changed;
  }
}
