/** The file of one exercise or lab: what Export saves, what Import takes, and for an exercise what the grader takes. */
import { newSign } from './own-work.ts';
import { Misshapen, Place } from './place.ts';
import { readLog } from './read-log.ts';
import { readRecord } from './read-record.ts';
import type { Kept } from './record.ts';
import type { Fault } from './shelf.ts';
import { faultIn } from './shelf.ts';

const SUBMISSION = 'petset/submission';
/** A cluster of a lesson: nothing to grade. */
const LAB = 'petset/lab';
const VERSION = 1;
/** The grader's own limit, which its parser is too heavy to be asked for here. */
const SUBMISSION_CHARS_MAX = 2_000_000;

export interface About {
  readonly kind: 'exercise' | 'lab';
  readonly id: string;
  readonly revision: number;
}

export interface WorkFile {
  readonly about: About;
  readonly kept: Kept;
}

/** The text of the file. The same work gives the same bytes. What the grader reads comes first, what only pages read is in `kept`. */
export function writeWork(about: About, kept: Kept): string {
  const { kind, id, revision } = about;
  const { work, ...rest } = kept;
  const { log, ...besideLog } = work ?? { seen: {} };
  const untilMs = log?.untilMs === undefined ? {} : { untilMs: log.untilMs };
  const file = {
    format: kind === 'exercise' ? SUBMISSION : LAB,
    version: VERSION,
    [kind]: id,
    revision,
    ...(log ? { log: { seed: log.seed, entries: log.entries } } : {}),
    ...answersOf(kept),
    kept: { ...rest, ...(work ? { work: { ...besideLog, ...untilMs } } : {}) },
  };
  const text = `${JSON.stringify(file, null, 1)}\n`;
  // What other pages did beside it must not make a submission too large.
  return text.length <= SUBMISSION_CHARS_MAX || !rest.aside ? text : writeWork(about, withoutAside(kept));
}

function withoutAside({ aside: _, ...kept }: Kept): Kept {
  return kept;
}

function answersOf({ questions = {} }: Kept): { readonly answers?: Readonly<Record<string, unknown>> } {
  const given = Object.entries(questions).flatMap(([id, { attempt }]) =>
    attempt ? [[id, attempt.given] as const] : [],
  );
  return given.length > 0 ? { answers: Object.fromEntries(given) } : {};
}

/** The file is none of ours, whatever it is. */
export class NotOurs extends Error {
  override readonly message = 'it is not a submission';
}

/** Something in the file is wrong. */
export class FaultyFile extends Error {
  readonly file: string;
  readonly fault: Fault;

  constructor(file: string, fault: Fault) {
    super(`${file}:${fault.line}:${fault.column} ${fault.path}`.trim());
    this.file = file;
    this.fault = fault;
  }
}

/** Reads a file from outside, called `file`. Throws NotOurs or FaultyFile. */
export function readWork(text: string, file: string): WorkFile {
  try {
    return readTree(new Place(JSON.parse(text)));
  } catch (error) {
    if (error instanceof Misshapen) throw new FaultyFile(file, faultIn(text, error.path));
    if (error instanceof SyntaxError) throw new FaultyFile(file, faultIn(text, undefined));
    throw error;
  }
}

function readTree(place: Place): WorkFile {
  const format = place.field('format').value;
  if (format !== SUBMISSION && format !== LAB) throw new NotOurs();
  const version = place.field('version');
  if (version.value !== VERSION) version.refuse('is another version');
  const kind = format === SUBMISSION ? 'exercise' : 'lab';
  const id = place.field(kind);
  if (!/^[\w-]{1,100}$/.test(id.text(100))) id.refuse('is no name');
  const about: About = { kind, id: id.text(), revision: place.field('revision').whole() };
  const { log } = place.optional('log', readLog);
  const { kept = {} } = place.optional('kept', readKept);
  if (!log) return { about, kept };
  // A file that something else has written has seen nothing.
  const { untilMs, ...work } = kept.work ?? { seen: { [newSign()]: 1 } };
  const until = untilMs === undefined ? {} : { untilMs };
  return { about, kept: { ...kept, work: { ...work, log: { ...log, ...until } } } };
}

/** How far time had passed stands beside the log, which is as the grader takes it. */
function readKept(place: Place): Kept & { readonly work?: { readonly untilMs?: number } } {
  const kept = readRecord(place);
  if (!kept.work) return kept;
  const until = place.field('work').optional('untilMs', (it) => it.whole());
  return { ...kept, work: { ...kept.work, ...until } };
}
