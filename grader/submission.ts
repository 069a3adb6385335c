// What a learner hands in. It comes from outside: everything is bounded, and nothing in it is believed but what was done.
import { load } from 'js-yaml';
import { z } from 'zod';
import type { LogEntry } from '../src/shell/log.ts';
import { splitScript } from '../src/shell/script.ts';
import { NESTING_MAX, nestingOf } from './nesting.ts';
import type { Exercise, SubmissionFolder } from './parse-exercise.ts';
import { issuesOf } from './parse-exercise.ts';

export interface Submission {
  readonly log: SubmittedLog;
  /** Answers by question, as they came. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** The revision it was made for; absent from a bare manifest or script. */
  readonly revision?: number;
}

export interface SubmittedLog {
  /** The seed on which it was recorded, where it was: the times of its entries belong to it. */
  readonly seed?: string;
  readonly entries: readonly LogEntry[];
}

export type Answer = string | number | readonly string[];

/** Why a submission cannot be graded: a word for programs and a sentence for people. */
export interface Unreadable {
  readonly id:
    | 'too-large'
    | 'not-json'
    | 'not-a-submission'
    | 'wrong-version'
    | 'wrong-exercise'
    | 'not-asked-for'
    | 'not-yaml'
    | 'a-link'
    | 'not-a-file'
    | 'unknown-ending'
    | 'no-exercise'
    | 'not-readable'
    | 'too-deep'
    | 'not-text'
    | 'ambiguous-name';
  readonly detail: string;
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: Unreadable };

/** What a submission is written in: the asked manifest, a script of commands, or what the page exports. */
export type SubmissionForm = 'yaml' | 'sh' | 'json';

/** The largest submission, in characters. */
export const SUBMISSION_CHARS_MAX = 2_000_000;
const textCharsMax = 500_000;
export const SUBMISSION_FORMAT = 'petset/submission';
export const SUBMISSION_VERSION = 1;

const atMsSchema = z
  .number()
  .min(0)
  .max(30 * 86_400_000);
const pathSchema = z
  .string()
  .max(200)
  .regex(/^\w[\w.-]*$/);

const entrySchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('run'),
    atMs: atMsSchema.optional(),
    line: z.string().max(100_000),
    tty: z.literal(true).optional(),
  }),
  z.object({ do: z.literal('type'), atMs: atMsSchema.optional(), line: z.string().max(100_000) }),
  z.object({ do: z.literal('end'), atMs: atMsSchema.optional() }),
  z.object({ do: z.literal('interrupt'), atMs: atMsSchema.optional() }),
  z.object({
    do: z.literal('close'),
    atMs: atMsSchema.optional(),
    text: z.string().max(textCharsMax).optional(),
  }),
  z.object({
    do: z.literal('write'),
    atMs: atMsSchema.optional(),
    path: pathSchema,
    text: z.string().max(textCharsMax),
  }),
]);

const answerSchema = z.union([z.string().max(10_000), z.number(), z.array(z.string().max(100)).max(20)]);

const logSchema = z
  .object({
    seed: z.union([z.string().max(100), z.number()]).optional(),
    entries: z.array(entrySchema).max(5000),
  })
  .refine(({ entries }) => isInOrder(entries), 'its entries are not in the order of their times');

/** The page's export. Keys that are not named here (a score, say) are not read. */
const exportSchema = z.object({
  format: z.literal(SUBMISSION_FORMAT),
  version: z.int(),
  exercise: z.string().max(100),
  revision: z.int(),
  log: logSchema.optional(),
  answers: z.record(z.string().max(100), answerSchema).optional(),
});

/** What the page hands over. */
export interface SubmissionExport {
  readonly format: typeof SUBMISSION_FORMAT;
  readonly version: typeof SUBMISSION_VERSION;
  readonly exercise: string;
  readonly revision: number;
  readonly log?: { readonly seed: string | number; readonly entries: readonly LogEntry[] };
  readonly answers?: Readonly<Record<string, Answer>>;
}

/** Reads one file. A manifest or a script is taken as it stands: what is wrong with it shows when it is played. */
export function parseSubmission(exercise: Exercise, form: SubmissionForm, text: string): Read<Submission> {
  const { asks } = exercise.definition;
  if (text.length > SUBMISSION_CHARS_MAX || (form !== 'json' && text.length > textCharsMax)) {
    return unreadable('too-large', `${text.length} characters`);
  }
  if (form === 'json') return readExport(exercise, text);
  if (form === 'yaml') {
    if (asks.manifest === undefined && !asks.commands) return readAnswers(text);
    if (asks.manifest === undefined) return unreadable('not-asked-for', 'yaml');
    const write: LogEntry = { do: 'write', path: asks.manifest, text };
    const apply: LogEntry = { do: 'run', line: `kubectl apply -f ${asks.manifest}` };
    return submitted(asks.commands ? [write, apply] : [write]);
  }
  if (!asks.commands) return unreadable('not-asked-for', 'sh');
  const levels = nestingOf(text);
  if (levels > NESTING_MAX) return unreadable('too-deep', `${levels} levels`);
  return submitted(entriesOf(text));
}

/** Reads a folder of solution…/ or mistakes/: the manifest, commands.sh and answers.yaml, as far as they are there. */
export function parseSubmissionFolder(exercise: Exercise, files: SubmissionFolder): Read<Submission> {
  const { asks } = exercise.definition;
  const entries: LogEntry[] = [];
  for (const [path, text] of files) {
    if (/\.yaml$/.test(path) && !['answers.yaml', 'expect.yaml'].includes(path))
      entries.push({ do: 'write', path, text });
  }
  const script = files.get('commands.sh');
  if (script !== undefined) entries.push(...entriesOf(script));
  else if (asks.commands && asks.manifest !== undefined) {
    entries.push({ do: 'run', line: `kubectl apply -f ${asks.manifest}` });
  }
  const answers = files.get('answers.yaml');
  if (answers === undefined) return submitted(entries);
  const read = readAnswers(answers);
  return read.ok ? { ok: true, value: { ...read.value, log: { entries } } } : read;
}

/** A script's commands one after the other; what cannot be read goes to the shell as it stands, which says so. */
function entriesOf(script: string): LogEntry[] {
  const { steps, error } = splitScript(script);
  const lines = steps.map(({ text }) => text);
  if (error) {
    const after = steps.at(-1)?.endLine ?? 0;
    lines.push(script.split('\n').slice(after).join('\n'));
  }
  return lines.map((line) => ({ do: 'run', line }));
}

function readExport(exercise: Exercise, text: string): Read<Submission> {
  const { definition } = exercise;
  let tree: unknown;
  try {
    tree = JSON.parse(text);
  } catch {
    return unreadable('not-json', '');
  }
  const parsed = exportSchema.safeParse(tree);
  if (!parsed.success) return unreadable('not-a-submission', issuesOf(parsed.error)[0] ?? '');
  const { version, revision, log, answers } = parsed.data;
  if (version !== SUBMISSION_VERSION) return unreadable('wrong-version', String(version));
  if (parsed.data.exercise !== definition.id) return unreadable('wrong-exercise', parsed.data.exercise);
  const levels = Math.max(
    0,
    ...(log?.entries ?? []).map((entry) => ('line' in entry ? nestingOf(entry.line) : 0)),
  );
  if (levels > NESTING_MAX) return unreadable('too-deep', `${levels} levels`);
  const seed = log?.seed === undefined ? {} : { seed: String(log.seed) };
  return {
    ok: true,
    value: {
      revision,
      log: { ...seed, entries: (log?.entries ?? []) as LogEntry[] },
      answers: new Map(Object.entries(answers ?? {})),
    },
  };
}

/** Answers alone: `{question: answer}` in YAML. */
function readAnswers(text: string): Read<Submission> {
  if (text.length > 50_000) return unreadable('too-large', `${text.length} characters`);
  let tree: unknown;
  try {
    tree = text.trim() === '' ? {} : (load(text) ?? {});
  } catch (error) {
    return unreadable('not-yaml', ((error as Error).message.split('\n')[0] ?? '').slice(0, 200));
  }
  const parsed = z.record(z.string().max(100), answerSchema).safeParse(tree);
  if (!parsed.success) return unreadable('not-a-submission', issuesOf(parsed.error)[0] ?? '');
  return { ok: true, value: { log: { entries: [] }, answers: new Map(Object.entries(parsed.data)) } };
}

function submitted(entries: readonly LogEntry[]): Read<Submission> {
  return { ok: true, value: { log: { entries }, answers: new Map() } };
}

function unreadable(id: Unreadable['id'], detail: string): { readonly ok: false; readonly why: Unreadable } {
  return { ok: false, why: { id, detail: detail.slice(0, 300) } };
}

function isInOrder(entries: readonly { readonly atMs?: number | undefined }[]): boolean {
  let last = 0;
  for (const { atMs = last } of entries) {
    if (atMs < last) return false;
    last = atMs;
  }
  return true;
}
