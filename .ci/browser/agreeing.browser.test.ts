/** Page and command line agree on every exercise: a solution and a mistake of each, graded by the built worker and by `petset grade`. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { canonicalJson } from '../../grader/canonical-json.ts';
import { parseExercise } from '../../grader/parse-exercise.ts';
import { parseSubmissionFolder } from '../../grader/submission.ts';
import { lessonsInOrder, parseCourse } from '../../src/course/order.ts';
import type { GradedReport } from './command-line.ts';
import { browserTest, openPage } from './site.ts';

const EXERCISES = 'exercises';
const WHICH = ['solution', 'mistake'] as const;

/** A submission as a page would export it, and the folder that it was made from. */
interface Made {
  readonly which: (typeof WHICH)[number];
  readonly exercise: string;
  readonly text: string;
}

function textsIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  return new Map(
    paths.map((it) => {
      const path = join(it.parentPath, it.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

/** The solution and the first mistake of an exercise. */
function madeOf(slug: string): readonly Made[] {
  const parsed = parseExercise(textsIn(join(EXERCISES, slug)));
  if (!parsed.ok) throw new Error(`${slug}: ${parsed.problems.join('; ')}`);
  const { definition, solutions, mistakes } = parsed.value;
  return WHICH.map((which) => {
    const [folder] = (which === 'solution' ? solutions : mistakes).values();
    const read = folder && parseSubmissionFolder(parsed.value, folder);
    if (!read?.ok) throw new Error(`${slug} has no ${which} that can be read`);
    const { log, answers } = read.value;
    const text = JSON.stringify({
      format: 'petset/submission',
      version: 1,
      exercise: slug,
      revision: definition.revision,
      log: { seed: definition.seeds[0] ?? 1, entries: log.entries },
      answers: Object.fromEntries(answers),
    });
    return { which, exercise: slug, text };
  });
}

/** What the command line says of them all, a report a submission. */
async function onCommandLine(all: readonly Made[]): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'petset-'));
  try {
    for (const which of WHICH) mkdirSync(join(folder, which));
    for (const { which, exercise, text } of all) writeFileSync(join(folder, which, `${exercise}.json`), text);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['grader/cli/petset.mjs', 'grade', folder, '--fresh', '--progress', 'none', '--format', 'json'],
      { maxBuffer: 256 * 1024 ** 2 },
    );
    const { students } = JSON.parse(stdout) as {
      readonly students: readonly { readonly student: string; readonly reports: readonly GradedReport[] }[];
    };
    return new Map(
      students.flatMap(({ student, reports }) =>
        reports.map(
          (report) => [`${student} of ${report.exercise.id}`, `${canonicalJson(report)}\n`] as const,
        ),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What an island is given, as Astro writes it: lists are 1, all else is 0. */
type Coded = readonly [0 | 1, unknown];

function decoded([is, value]: Coded): unknown {
  if (is === 1) return (value as readonly Coded[]).map(decoded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, decoded(it as Coded)]));
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', amp: '&', apos: "'" };

function unescaped(attribute: string): string {
  return attribute.replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name?: string) =>
    code === undefined ? (ENTITIES[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );
}

/** The exercises as the built pages of lessons hold them: the files that they give to the grader, by exercise. */
function builtExercises(slugs: readonly string[]): ReadonlyMap<string, unknown> {
  const exercises = new Map<string, unknown>();
  for (const slug of slugs) {
    const html = readFileSync(`dist/en/${slug}/index.html`, 'utf8');
    for (const [, props = ''] of html.matchAll(/<astro-island[^>]* props="([^"]*)"/g)) {
      const { exercise } = JSON.parse(unescaped(props)) as { readonly exercise?: Coded };
      if (!exercise) continue;
      const { id, files } = decoded(exercise) as { readonly id: string; readonly files: unknown };
      exercises.set(id, files);
    }
  }
  return exercises;
}

/** What the worker of the pages says of them all. */
function inPage(
  page: Page,
  all: readonly Made[],
  exercises: ReadonlyMap<string, unknown>,
): Promise<readonly [string, string][]> {
  const worker = readdirSync('dist/_astro').find((name) => /^worker-.*\.js$/.test(name));
  const requests = all.map(({ which, exercise, text }, id) => ({
    name: `${which} of ${exercise}`,
    request: { do: 'grade', id, exercise: exercises.get(exercise), submission: text, locale: 'en' },
  }));
  return page.evaluate(
    async ({ address, requests }) => {
      const worker = new Worker(address, { type: 'module' });
      const reports: [string, string][] = [];
      for (const { name, request } of requests) {
        const report = new Promise<string>((resolve) => {
          worker.onmessage = ({ data }) => resolve(String(data.json ?? JSON.stringify(data)));
        });
        worker.postMessage(request);
        reports.push([name, await report]);
      }
      worker.terminate();
      return reports;
    },
    { address: `/_astro/${worker}`, requests },
  );
}

browserTest('page and command line agree on every exercise', { timeout: 600_000 }, async () => {
  const course = parseCourse(readFileSync('content/course.yaml', 'utf8'));
  const lessons = lessonsInOrder(course);
  const slugs = lessons.flatMap(({ lesson }) => lesson.exercises);
  expect(slugs.length).toBeGreaterThan(40);
  const all = slugs.flatMap(madeOf);
  const { page, faults } = await openPage('/en/');
  const exercises = builtExercises(lessons.map(({ slug }) => slug));
  const [theirs, ours] = await Promise.all([onCommandLine(all), inPage(page, all, exercises)]);
  expect(ours.map(([name]) => name).sort()).toEqual([...theirs.keys()].sort());
  for (const [name, report] of ours) {
    expect(report, name).toBe(theirs.get(name));
    const { points, of } = JSON.parse(report) as GradedReport;
    expect(points === of, name).toBe(name.startsWith('solution'));
  }
  expect(faults).toEqual([]);
  await page.context().close();
});
