// `petset similar PATH…`: which submissions are alike, and in what.

import { parseArgs } from 'node:util';
import { canonicalJson } from '../canonical-json.ts';
import type { Locale } from '../locale.ts';
import { isLocale, LOCALES } from '../locale.ts';
import type { Exercise } from '../parse-exercise.ts';
import { shownJson } from '../report/shown.ts';
import type { Cluster, Compared } from '../similar/clusters.ts';
import { clustersOf } from '../similar/clusters.ts';
import type { Feature } from '../similar/features.ts';
import { featuresOf, fileFeatures } from '../similar/features.ts';
import { similarText } from '../similar/similar-text.ts';
import { parseSubmission, parseSubmissionFolder } from '../submission.ts';
import { classRoll } from './class-roll.ts';
import { command } from './command.ts';
import { fileProblem, flagProblem, wrongUsage } from './complain.ts';
import { loadParts, readCourse } from './course.ts';
import { EXERCISES } from './exercises-folder.ts';
import { gather } from './intake/gather.ts';
import { textOf } from './intake/text-of.ts';
import { loadExercise } from './load-exercise.ts';

export const usage = `Usage: petset similar PATH… [--threshold P] [--format text|json] [--locale en|ko] [--exercises DIR]

Compares submissions to the same exercise, by the fields of their YAML, their commands and the order of these, comments, and the
pauses of their logs, however they are laid out. What the exercise itself gives (its start and its solutions) does not count, and
what many share counts for little. Shows groups that are alike and what they share. It is no proof of anything.

  --threshold P    from how many per cent on two belong together (default 60)
  --format F       text (default) or json
  --locale L       en (default) or ko
  --exercises DIR  where the exercises are

Exit codes: 0 compared, 2 wrong usage, 3 something of ours broke.
`;

interface Call {
  readonly paths: readonly string[];
  readonly help: boolean;
  readonly threshold: number;
  readonly isJson: boolean;
  readonly locale: Locale;
  readonly exercises: string;
}

export const similarCommand = command(usage, readCall, compare);

async function compare(call: Call): Promise<number> {
  try {
    const parts = loadParts(call.exercises, undefined, undefined);
    if (!parts.ok) return wrongUsage(parts.problems[0] ?? '');
    const { course } = readCourse(parts.value);
    const { students } = await classRoll(await gather(call.paths), course, undefined);
    const compared = await comparedBy(students, course.exercises);
    if (compared.size === 0) return wrongUsage('there is nothing to compare');
    const clusters = new Map<string, readonly Cluster[]>();
    for (const [exercise, all] of compared) {
      const known = knownFeatures(call.exercises, exercise);
      clusters.set(exercise, clustersOf(all, { threshold: call.threshold / 100, known }));
    }
    const json = () => `${shownJson(canonicalJson(Object.fromEntries(clusters)))}\n`;
    process.stdout.write(call.isJson ? json() : similarText(clusters, call.locale));
    return 0;
  } catch (error) {
    const { path } = error as NodeJS.ErrnoException;
    if (path === undefined) throw error;
    return wrongUsage(fileProblem(path, error));
  }
}

type Students = Awaited<ReturnType<typeof classRoll>>['students'];

async function comparedBy(
  students: Students,
  exercises: ReadonlyMap<string, Exercise>,
): Promise<ReadonlyMap<string, readonly Compared[]>> {
  const compared = new Map<string, Compared[]>();
  for (const { student, work } of students) {
    for (const { job } of work) {
      const exercise = exercises.get(job.exercise);
      const read = await job.source.read();
      const decoded = read.ok ? textOf(read.bytes) : undefined;
      if (!exercise || !decoded?.ok) continue;
      const { form } = job;
      if (form !== 'yaml' && form !== 'sh' && form !== 'json') continue;
      const submission = parseSubmission(exercise, form, decoded.text);
      if (!submission.ok) continue;
      const list = compared.get(job.exercise) ?? [];
      list.push({ student, features: featuresOf(submission.value) });
      compared.set(job.exercise, list);
    }
  }
  return new Map([...compared].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What everybody may have: the start, and what solutions say. */
function knownFeatures(folder: string, slug: string): readonly Feature[] {
  const parsed = loadExercise(folder, slug);
  if (!parsed.ok) return [];
  const { startFiles, solutions } = parsed.value;
  const solved = [...solutions.values()].flatMap((files) => {
    const read = parseSubmissionFolder(parsed.value, files);
    const lines = [...files.values()].flatMap(fileFeatures);
    return read.ok ? [...featuresOf(read.value), ...lines] : lines;
  });
  return [...[...startFiles.values()].flatMap(fileFeatures), ...solved];
}

function readCall(words: readonly string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        threshold: { type: 'string', default: '60' },
        format: { type: 'string', default: 'text' },
        locale: { type: 'string', default: 'en' },
        exercises: { type: 'string', default: EXERCISES },
      },
    });
    const { help, format, locale, exercises } = values;
    const threshold = Number(values.threshold);
    if (!help && positionals.length === 0) return 'similar takes at least one PATH';
    if (!(threshold >= 1 && threshold <= 100)) return '--threshold takes 1 to 100';
    if (format !== 'text' && format !== 'json') return `--format takes text or json, not ${format}`;
    if (!isLocale(locale)) return `--locale takes ${LOCALES.join(' or ')}, not ${locale}`;
    return { paths: positionals, help, threshold, isJson: format === 'json', locale, exercises };
  } catch (error) {
    return flagProblem(error);
  }
}
