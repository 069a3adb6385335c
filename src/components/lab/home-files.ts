/** The files in the learner's home directory, watched for changes that the editor did not make. */
import type { Machine } from '../../shell/machine.ts';
import { HOME } from '../../shell/session.ts';
import type { FileList } from './protocol.ts';

const FILES_MAX = 50;
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
    for (const path of this.#paths()) {
      const text = this.#machine.files.read(`${HOME}/${path}`);
      if (text.length > TEXT_MAX || this.#known.get(path) === text) continue;
      this.#known.set(path, text);
      changed.push([path, text]);
    }
    return changed;
  }

  #paths(): string[] {
    const paths: string[] = [];
    const visit = (folder: string, depth: number): void => {
      for (const name of this.#machine.files.list(folder === '' ? HOME : `${HOME}/${folder}`)) {
        const path = folder === '' ? name : `${folder}/${name}`;
        const type = this.#machine.files.stat(`${HOME}/${path}`)?.type;
        if (name.startsWith('.') || paths.length >= FILES_MAX) continue;
        if (type === 'directory' && depth < 3) visit(path, depth + 1);
        else if (type === 'file') paths.push(path);
      }
    };
    visit('', 0);
    return paths;
  }
}
