/**
 * A class that never was: submissions to the course's own exercises, no two alike, from the exercises' solutions and mistakes. The same
 * number gives the same class.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../src/sim/index.ts';
import { createRandom } from '../../src/sim/index.ts';

/** What a student of an exercise may hand in: a file's ending and text. */
interface Work {
  readonly ending: 'yaml' | 'sh' | 'json';
  readonly text: string;
}

const families = [
  'Kim',
  'Lee',
  'Park',
  'Novak',
  'Okafor',
  'Silva',
  'Garcia',
  'Meyer',
  'Sato',
  'Rossi',
  'Haddad',
  'Olsen',
];
const givens = [
  'Ada',
  'Minjun',
  'Seoyeon',
  'Tomas',
  'Ngozi',
  'Clara',
  'Jiwoo',
  'Yusuf',
  'Hana',
  'Leo',
  'Mira',
  'Ines',
  '김철수',
  '이영희',
];

/** Writes folders of students, each with a submission to every exercise (a tenth of them are missing), until there are so many; how many. */
export function makeClass(folder: string, exercisesFolder: string, submissions: number, seed = 1): number {
  const random = createRandom(seed);
  const exercises = readdirSync(exercisesFolder).sort();
  let written = 0;
  for (let index = 0; written < submissions; index++) {
    const name = `${random.pick(givens)} ${random.pick(families)} ${String(index + 1).padStart(5, '0')}`;
    mkdirSync(join(folder, name), { recursive: true });
    const skill = random.next();
    for (const slug of exercises) {
      if (random.next() < 0.1) continue;
      const { ending, text } = workFor(join(exercisesFolder, slug), slug, skill, random, index);
      writeFileSync(join(folder, name, `${slug}.${ending}`), text);
      written += 1;
    }
  }
  return written;
}

function workFor(folder: string, slug: string, skill: number, random: Random, index: number): Work {
  const mistakes = readdirSync(join(folder, 'mistakes'));
  const isRight = random.next() < 0.2 + 0.7 * skill;
  const chosen = isRight ? 'solution' : join('mistakes', random.pick(mistakes));
  const files = readdirSync(join(folder, chosen)).filter((file) => file !== 'expect.yaml');
  const read = (file: string) => readFileSync(join(folder, chosen, file), 'utf8');
  if (files.includes('commands.sh'))
    return { ending: 'json', text: logOf(slug, read('commands.sh'), random) };
  if (files.includes('answers.yaml'))
    return { ending: 'json', text: answersOf(slug, read('answers.yaml'), index) };
  const [manifest = ''] = files;
  return { ending: 'yaml', text: `# Student ${index + 1}\n${read(manifest)}` };
}

/** The commands as the page would have recorded them, at somebody's own pace. */
function logOf(slug: string, script: string, random: Random): string {
  let atMs = 2000 + Math.floor(random.next() * 60_000);
  const entries = script
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const entry = { do: 'run', atMs, line };
      atMs += 20_000 + Math.floor(random.next() ** 3 * 240_000);
      return random.next() < 0.15
        ? [entry, { do: 'run', atMs: atMs - 10_000, line: 'kubectl get pod' }]
        : [entry];
    });
  return JSON.stringify({
    format: 'petset/submission',
    version: 1,
    exercise: slug,
    revision: 1,
    log: { seed: 1, entries },
  });
}

function answersOf(slug: string, yaml: string, index: number): string {
  const pairs = yaml.split('\n').flatMap((line) => {
    const [, key, value] = /^([a-z-]+): (\S+)$/.exec(line) ?? [];
    return key === undefined ? [] : [[key, value]];
  });
  const answers = { ...Object.fromEntries(pairs), note: `student ${index + 1}` };
  return JSON.stringify({ format: 'petset/submission', version: 1, exercise: slug, revision: 1, answers });
}

/** A class in which everybody answers the quiz alone, each in a way of their own: cheap to grade, so that there may be many. */
export function makeQuizClass(folder: string, students: number): void {
  const letters = ['a', 'b', 'c', 'd'];
  for (let index = 0; index < students; index++) {
    const own = join(folder, `student-${String(index).padStart(6, '0')}`);
    mkdirSync(own, { recursive: true });
    const letter = (shift: number) => letters[Math.floor(index / 4 ** shift) % 4];
    const answers = {
      'claims-after-shrinking': letter(0),
      'stuck-update': letter(1),
      'why-in-order': letter(2),
      note: String(index),
    };
    const submission = {
      format: 'petset/submission',
      version: 1,
      exercise: 'sts-quiz',
      revision: 1,
      answers,
    };
    writeFileSync(join(own, 'sts-quiz.json'), JSON.stringify(submission));
  }
}
