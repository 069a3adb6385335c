// Made-up names, so that results can be shown to others: the same secret gives the same names, and without it nobody can tell whose
// they are, nor try out who somebody is.
import { createHmac } from 'node:crypto';
import type { GradesHead, StudentGrades } from '../report/grades.ts';
import { fileProblem } from './complain.ts';
import { readBounded } from './intake/read-bounded.ts';

const keyBytesMin = 16;
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

export class Pseudonyms {
  readonly #key: Uint8Array;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** Reads the secret from a file; a sentence where it is none. */
  static from(path: string): Pseudonyms | string {
    const read = readBounded(path, path, 4096);
    if (!read.ok) return `--pseudonyms ${fileProblem(path, { code: 'ENOENT' })}`;
    const key = Buffer.from(read.bytes.toString('latin1').trim(), 'latin1');
    if (key.length < keyBytesMin)
      return `--pseudonyms ${path}: a secret has ${keyBytesMin} characters or more`;
    return new Pseudonyms(key);
  }

  /** `student-` and ten characters. */
  nameOf(student: string): string {
    const digest = createHmac('sha256', this.#key).update(student).digest();
    return `student-${[...digest.subarray(0, 10)].map((byte) => alphabet[byte % alphabet.length]).join('')}`;
  }

  /** Names, keys, sections, and names of files are left out. What students wrote in their work is not looked at. */
  student({ keys: _keys, section: _section, ...student }: StudentGrades): StudentGrades {
    return {
      ...student,
      student: this.nameOf(student.student),
      attempts: student.attempts.map((attempt) => ({ ...attempt, file: '' })),
      ...(student.unread
        ? { unread: student.unread.map(({ reason }) => ({ file: '', reason: { ...reason, detail: '' } })) }
        : {}),
    };
  }

  head({ roster, ...head }: GradesHead): GradesHead {
    if (!roster) return head;
    const hide = (names: readonly string[]) => names.map((name) => this.nameOf(name)).sort();
    const ambiguous = roster.ambiguous.map(({ name }) => ({ name: this.nameOf(name), people: [] }));
    return {
      ...head,
      roster: { unmatched: hide(roster.unmatched), missing: hide(roster.missing), ambiguous },
    };
  }
}
