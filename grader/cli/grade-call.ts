// How `petset grade` was called.
import { parseArgs } from 'node:util';
import type { Locale } from '../locale.ts';
import { isLocale, LOCALES } from '../locale.ts';
import { defaultLimits } from './batch/pool.ts';
import type { ProgressKind } from './batch/progress.ts';
import { flagProblem } from './complain.ts';
import { EXERCISES } from './exercises-folder.ts';
import type { FormatName } from './format-names.ts';
import { FILLING_FORMATS, FORMAT_NAMES, readFormats } from './format-names.ts';

export const usage = `Usage: petset grade PATH… [--rules grading.yaml] [--roster FILE] [--format F,…] [--out DIR] …
       petset grade --diff OLD.json NEW.json [--locale en|ko]

Grades submissions. PATH is a file <exercise>.yaml (or .yml), <exercise>.sh or <exercise>.json (what the page exports), a
student's folder of such files, a folder of students' folders, or a zip as Canvas, Moodle or Gradescope hands it out. Nothing of
theirs is executed. Links are not followed; what cannot be read is reported as not graded.

What counts
  --rules FILE      grading.yaml: points, deadlines, lateness, attempts, hidden checks, overrides
  --roster FILE     the class as CSV: any of name, email, login, student id, section, extension
  --exercises DIR   where the exercises are
  --seed N          grade on this seed instead of the exercise's own; may be given several times

What comes out
  --format F,…      table (default for a class), text (default for one student), json, csv (a row a check), csv-wide (a row a
                    student), html (pages for the class and each student), canvas, moodle, gradescope, junit, classroom50,
                    exercism, prairielearn
  --gradebook FILE  for canvas and moodle: the gradebook or worksheet that you exported; a filled copy comes out
  --out DIR         write every format into DIR (made if absent), with grades.json and one .txt a student
  --locale L        en (default) or ko
  --pseudonyms FILE write made-up names instead of real ones; FILE holds the secret that they are made with
  --fail-under P    exit with 1 if somebody has less than P per cent in a report, or one could not be graded
  --diff            say whose grade differs between two grades.json, by which check, and why

While it runs
  --progress P      bar (default on a terminal), json (a line for each submission, on stderr) or none
  --jobs N          how many threads grade (default: one for each processor)
  --results DIR     where finished results are kept, so that a second run goes on from there (default: DIR/.results of
                    --out, else the user's cache)
  --fresh           grade everything again, whatever is kept
  --shard I/N       grade only the I-th of N parts of the class, counted from 0; see petset merge
  --watch           grade again whenever a file changes
  --memory MB       heap of one thread (default ${defaultLimits.memoryMb})
  --cpu SECONDS     processor time of one submission, the last resort (default ${defaultLimits.cpuSeconds})

Exit codes: 0 graded, 1 below --fail-under, 2 wrong usage, 3 something of ours broke, 130 interrupted (run it again to go on).
`;

export interface GradeCall {
  readonly paths: readonly string[];
  readonly help: boolean;
  readonly diff: boolean;
  readonly watch: boolean;
  readonly rules?: string;
  readonly roster?: string;
  readonly gradebook?: string;
  readonly pseudonyms?: string;
  readonly formats: readonly FormatName[];
  readonly out?: string;
  readonly failUnder?: number;
  readonly locale: Locale;
  readonly seeds?: readonly number[];
  readonly exercises: string;
  readonly progress: ProgressKind;
  readonly jobs?: number;
  readonly results?: string;
  readonly fresh: boolean;
  readonly shard?: { readonly index: number; readonly of: number };
  readonly memoryMb: number;
  readonly cpuSeconds: number;
}

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  diff: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  rules: { type: 'string' },
  roster: { type: 'string' },
  gradebook: { type: 'string' },
  pseudonyms: { type: 'string' },
  format: { type: 'string', multiple: true, default: [] as string[] },
  out: { type: 'string' },
  'fail-under': { type: 'string' },
  locale: { type: 'string', default: 'en' },
  seed: { type: 'string', multiple: true },
  exercises: { type: 'string', default: EXERCISES },
  progress: { type: 'string', default: 'auto' },
  jobs: { type: 'string' },
  results: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  shard: { type: 'string' },
  memory: { type: 'string', default: String(defaultLimits.memoryMb) },
  cpu: { type: 'string', default: String(defaultLimits.cpuSeconds) },
} as const;

/** Reads the words after `grade`; a sentence where they are wrong. */
export function readGradeCall(words: readonly string[]): GradeCall | string {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
    return readValues(values, positionals);
  } catch (error) {
    return flagProblem(error);
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

function readValues(values: Values, paths: readonly string[]): GradeCall | string {
  const { help, diff, locale, progress } = values;
  if (!help && diff && paths.length !== 2) return 'grade --diff takes two files: OLD.json NEW.json';
  if (!help && paths.length === 0) return 'grade takes at least one PATH';
  if (!isLocale(locale)) return `--locale takes ${LOCALES.join(' or ')}, not ${locale}`;
  const { names, unknown } = readFormats(values.format);
  if (unknown !== undefined) return `--format takes ${FORMAT_NAMES.join(', ')}, not ${unknown}`;
  if (!isProgress(progress)) return `--progress takes bar, json or none, not ${progress}`;
  const formatProblem = problemOfFormats(names, values);
  if (formatProblem !== undefined) return formatProblem;
  const failUnder = values['fail-under'] === undefined ? undefined : Number(values['fail-under']);
  if (failUnder !== undefined && !(failUnder >= 0 && failUnder <= 100)) return '--fail-under takes 0 to 100';
  const seeds = values.seed?.map(Number);
  if (seeds?.some((seed) => !Number.isSafeInteger(seed) || seed < 0)) return '--seed takes a whole number';
  const shard = values.shard === undefined ? undefined : readShard(values.shard);
  if (typeof shard === 'string') return shard;
  const jobs = values.jobs === undefined ? undefined : Number(values.jobs);
  if (jobs !== undefined && !isCount(jobs, 1, 256)) return '--jobs takes a number from 1 to 256';
  const [memoryMb, cpuSeconds] = [Number(values.memory), Number(values.cpu)];
  if (!isCount(memoryMb, 64, 65_536)) return '--memory takes megabytes, 64 or more';
  if (!isCount(cpuSeconds, 1, 86_400)) return '--cpu takes seconds, 1 or more';
  const { rules, roster, gradebook, pseudonyms, out, results, exercises, fresh, watch } = values;
  const given = { rules, roster, gradebook, pseudonyms, out, failUnder, seeds, jobs, results, shard };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return {
    paths,
    help,
    diff,
    watch,
    formats: names,
    locale,
    exercises,
    progress,
    fresh,
    memoryMb,
    cpuSeconds,
    ...known,
  };
}

function problemOfFormats(names: readonly FormatName[], { out, gradebook }: Values): string | undefined {
  if (out === undefined && names.length > 1) return `${names.join(' and ')} together need --out DIR`;
  const filling = names.find((name) => FILLING_FORMATS.includes(name));
  if (filling !== undefined && gradebook === undefined)
    return `--format ${filling} needs --gradebook FILE, the file that you exported from there`;
  return undefined;
}

function readShard(text: string): { readonly index: number; readonly of: number } | string {
  const [, index = '', of = ''] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  if (of === '' || Number(of) < 1) return '--shard takes I/N, such as 0/4';
  if (Number(index) >= Number(of)) return `--shard counts from 0: 0/${of} to ${Number(of) - 1}/${of}`;
  return { index: Number(index), of: Number(of) };
}

function isProgress(word: string): word is ProgressKind {
  return ['auto', 'bar', 'json', 'none'].includes(word);
}

function isCount(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
