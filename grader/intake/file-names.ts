// What learning platforms write into the names of the files that they hand out.
import type { Claim } from './claim.ts';

export interface PlatformName {
  readonly claim: Claim;
  /** The name that the student gave the file; absent where the platform named a folder. */
  readonly file?: string;
  readonly isMarkedLate?: true;
}

/** `doejane_LATE_98765_4567890_name-each-pod.yaml`: sortable name, user, attachment, file. */
const canvas = /^([^_]+)_(LATE_)?(\d+)_(\d+)_(.+)$/s;
/** Where Canvas hides the names: `anon_a1B2c_4567890_name-each-pod.yaml`. */
const canvasAnonymous = /^anon_(LATE_)?([A-Za-z0-9]{5})_(LATE_)?(\d+)_(.+)$/s;
/** `Jane Doe_1234_assignsubmission_file_` is a folder; with a name behind it, a file. */
const moodle = /^(.+?)_(\d+)_assignsubmission_[a-z]+(?:_(.*))?$/s;
/** The same where Moodle hides the names. */
const moodleBlind = /^(?:Participant|참여자)[ _](\d+)(?:_(\d+))?_assignsubmission_[a-z]+(?:_(.*))?$/s;

/** What one name, of a file or a folder, says by the rules of Canvas or Moodle; undefined where it follows none. */
export function platformName(name: string): PlatformName | undefined {
  return moodleName(name) ?? canvasName(name);
}

function canvasName(name: string): PlatformName | undefined {
  const [, late1, anonymous, late2, , hiddenFile] = canvasAnonymous.exec(name) ?? [];
  if (anonymous !== undefined && hiddenFile !== undefined) {
    const claim = { label: `anonymous ${anonymous}`, keys: [{ kind: 'any' as const, value: anonymous }] };
    return { claim, file: hiddenFile, ...marked(late1 ?? late2) };
  }
  const [, person = '', late, user = '', , file] = canvas.exec(name) ?? [];
  if (file === undefined) return undefined;
  const keys = [
    { kind: 'canvas', value: user },
    { kind: 'name', value: person },
  ] as const;
  return { claim: { label: `${person} (${user})`, keys }, file, ...marked(late) };
}

function moodleName(name: string): PlatformName | undefined {
  const [, blind, again, blindFile = ''] = moodleBlind.exec(name) ?? [];
  if (blind !== undefined) {
    const participant = again ?? blind;
    const claim = {
      label: `Participant ${participant}`,
      keys: [{ kind: 'participant' as const, value: participant }],
    };
    return { claim, ...(blindFile === '' ? {} : { file: blindFile }) };
  }
  const [, person = '', participant = '', file = ''] = moodle.exec(name) ?? [];
  if (participant === '') return undefined;
  const keys = [
    { kind: 'participant', value: participant },
    { kind: 'name', value: person.replaceAll('_', ' ') },
  ] as const;
  const claim = { label: `${person} (${participant})`, keys };
  return { claim, ...(file === '' ? {} : { file }) };
}

function marked(late: string | undefined): { isMarkedLate?: true } {
  return late === undefined ? {} : { isMarkedLate: true };
}

/**
 * Which exercise a file's name stands for, and which copy of it: `name-each-pod (1).json` is a browser's second copy,
 * `name-each-pod-2.yaml` Canvas's, `name-each-pod.yaml.txt` an editor's first.
 */
export function exerciseNamed(
  file: string,
  isExercise: (slug: string) => boolean,
): { readonly exercise: string; readonly copy: number } | undefined {
  const [stem = ''] = file.normalize('NFKC').split('.');
  const [, plain = stem, bracketed] = /^(.*?)(?: ?\((\d{1,6})\))?$/s.exec(stem) ?? [];
  const slug = plain
    .toLowerCase()
    .trim()
    .replace(/[_\s]+/g, '-');
  if (isExercise(slug)) return { exercise: slug, copy: Number(bracketed ?? 0) };
  const [, base = '', dashed = ''] = /^(.+)-(\d{1,6})$/.exec(slug) ?? [];
  return isExercise(base) ? { exercise: base, copy: Number(dashed) } : undefined;
}

/** The exercise that an export from the page says it is of, for files whose names say nothing. */
export function exerciseSaid(text: string): string | undefined {
  return /"exercise"\s*:\s*"([a-z0-9-]{1,80})"/.exec(text.slice(0, 20_000))?.[1];
}
