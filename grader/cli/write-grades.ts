// Writes a class out, in every format that was asked for: one of them to standard output, all of them into a folder.
import { closeSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FormatContext, FormatRun, Piece } from '../report/format.ts';
import type { StudentGrades } from '../report/grades.ts';
import { fileNameOf } from '../report/shown.ts';
import type { FormatName } from './format-names.ts';
import { formats } from './formats.ts';

export interface WriteOptions {
  readonly context: FormatContext;
  /** What standard output gets. */
  readonly shown: FormatName;
  /** What goes into the folder. */
  readonly written: readonly FormatName[];
  readonly out?: string;
}

/** What standard output can hold whatever was asked for. */
const showable: readonly FormatName[] = ['table', 'text', 'json', 'csv', 'csv-wide'];

/** Standard output gets one format; the folder gets all, and always the grades themselves and a text a student. */
export function chosenFormats(
  { formats: asked, out }: { readonly formats: readonly FormatName[]; readonly out?: string },
  students: number,
): Omit<WriteOptions, 'context'> {
  const usual = students > 1 ? 'table' : 'text';
  if (out === undefined) return { shown: asked[0] ?? usual, written: [] };
  const shown = asked.find((name) => showable.includes(name)) ?? usual;
  return { shown, written: [...new Set<FormatName>(['json', 'text', ...asked])], out };
}

/** Takes students one at a time, in order. */
export class GradesWriter {
  readonly #shown: FormatRun;
  readonly #runs: readonly FormatRun[];
  readonly #files: OutFiles | undefined;
  readonly #names = new Set<string>();

  constructor({ context, shown, written, out }: WriteOptions) {
    const open = (name: FormatName): FormatRun => formats[name].open(context);
    this.#shown = open(shown);
    this.#runs = written.map(open);
    this.#files = out === undefined ? undefined : new OutFiles(out);
    show(this.#shown.head?.());
    for (const run of this.#runs) this.#files?.add(run.head?.());
  }

  student(student: StudentGrades): void {
    const fileName = this.#fileName(student.student);
    show(this.#shown.student(student, fileName));
    for (const run of this.#runs) this.#files?.add(run.student(student, fileName));
  }

  /** Ends every file; what the formats have to warn of. */
  close(): readonly string[] {
    show(this.#shown.foot?.());
    for (const run of this.#runs) this.#files?.add(run.foot?.());
    this.#files?.close();
    return [...new Set([this.#shown, ...this.#runs].flatMap((run) => run.warnings?.() ?? []))];
  }

  /** Two names may be written alike, and some disks do not tell capitals apart. */
  #fileName(student: string): string {
    const name = fileNameOf(student);
    let file = name;
    for (let copy = 2; this.#names.has(file.toLowerCase()); copy++) file = `${name} (${copy})`;
    this.#names.add(file.toLowerCase());
    return file;
  }
}

function show(pieces: readonly Piece[] = []): void {
  for (const { text } of pieces) process.stdout.write(text);
}

/** Files that take their names when they are whole. */
class OutFiles {
  readonly #folder: string;
  readonly #open = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  add(pieces: readonly Piece[] = []): void {
    for (const { path, text, isWhole } of pieces) {
      if (path === '') continue;
      writeFileSync(this.#fileAt(path), text);
      if (isWhole) this.#end(path);
    }
  }

  close(): void {
    for (const path of [...this.#open.keys()]) this.#end(path);
  }

  #fileAt(path: string): number {
    const known = this.#open.get(path);
    if (known !== undefined) return known;
    mkdirSync(dirname(join(this.#folder, path)), { recursive: true });
    const file = openSync(this.#partOf(path), 'w');
    this.#open.set(path, file);
    return file;
  }

  #end(path: string): void {
    const file = this.#open.get(path);
    if (file === undefined) return;
    closeSync(file);
    this.#open.delete(path);
    renameSync(this.#partOf(path), join(this.#folder, path));
  }

  #partOf(path: string): string {
    return join(this.#folder, `${path}.part`);
  }
}
