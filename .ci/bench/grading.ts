/**
 * What grading a class costs. The classes are made up, no two submissions alike. The figures are of one machine at one time.
 */
import { spawn } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseExercise } from '../../grader/parse-exercise.ts';
import { play } from '../../grader/play.ts';
import { parseSubmissionFolder } from '../../grader/submission.ts';
import { hostileTexts } from '../../grader/testdata/hostile-texts.ts';
import { createRandom } from '../../src/sim/index.ts';
import { makeClass, makeQuizClass } from './made-class.ts';

const EXERCISES = 'exercises';

interface Run {
  readonly status: number | null;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  /** The lines of `--progress json`. */
  readonly events: readonly {
    readonly event: string;
    readonly student?: string;
    readonly exercise?: string;
    readonly reused?: boolean;
  }[];
}

/** Runs `petset grade`; ends it with SIGKILL after a time, if one is given. */
function grade(
  folder: string,
  out: string,
  words: readonly string[] = [],
  killAfterMs?: number,
): Promise<Run> {
  const startMs = performance.now();
  const line = ['grader/cli/petset.mjs', 'grade', folder, '--out', out, '--progress', 'json', ...words];
  const child = spawn(process.execPath, line, { stdio: ['ignore', 'ignore', 'pipe'] });
  let text = '';
  let [peakMb, ticks] = [0, 0];
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      ticks = Number(fields[11]) + Number(fields[12]);
    } catch {
      // It has just ended, or this is no Linux.
    }
  }, 50);
  const kill = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  return new Promise((resolve) => {
    child.on('exit', (status) => {
      clearInterval(look);
      clearTimeout(kill);
      const lines = text.split('\n').filter((it) => it.startsWith('{') && it.endsWith('}'));
      const events = lines.map((it) => JSON.parse(it) as Run['events'][number]);
      resolve({
        status,
        seconds: (performance.now() - startMs) / 1000,
        cpuSeconds: ticks / 100,
        peakMb,
        events,
      });
    });
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A thousand submissions of mixed exercises. */
async function throughput(scratch: string): Promise<void> {
  const submissions = makeClass(join(scratch, 'mixed'), EXERCISES, 1000);
  const run = await grade(join(scratch, 'mixed'), join(scratch, 'mixed-out'));
  const each = (run.cpuSeconds / submissions) * 1000;
  say(
    `grading ${submissions} mixed submissions on ${availableParallelism()} processors: ${run.seconds.toFixed(1)} s, ${each.toFixed(0)} ms of processor time each, ${run.peakMb.toFixed(0)} MB at most (exit code ${run.status})`,
  );
  const again = await grade(join(scratch, 'mixed'), join(scratch, 'mixed-out'));
  say(`the same again, from kept results: ${again.seconds.toFixed(1)} s`);
}

/** One play of each solution: the time that a cluster needs for it, which is the simulator's own, and the time it takes here. */
function againstCluster(): void {
  for (const slug of readdirSync(EXERCISES).sort()) {
    const folder = join(EXERCISES, slug);
    const paths = globSync('**/*.*', { cwd: folder });
    const parsed = parseExercise(
      new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
    );
    const files = parsed.ok ? parsed.value.solutions.get('solution') : undefined;
    if (!parsed.ok || !files || parsed.value.definition.checks.length === 0) continue;
    const read = parseSubmissionFolder(parsed.value, files);
    if (!read.ok) continue;
    let clusterMs = 0;
    const times = Array.from({ length: 9 }, () => {
      const before = process.cpuUsage();
      const { session } = play(parsed.value, read.value, 1);
      clusterMs = session.elapsedMs();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    const hereMs = times.sort((a, b) => a - b)[4] ?? Number.NaN;
    say(
      `one play of ${slug}: ${(clusterMs / 1000).toFixed(1)} s of a cluster's time in ${hereMs.toFixed(0)} ms, ${(clusterMs / hereMs).toFixed(0)} times as fast`,
    );
  }
}

/** Ten times as many submissions should take no more memory. */
async function memory(scratch: string): Promise<void> {
  const peaks: number[] = [];
  for (const students of [1000, 10_000]) {
    const folder = join(scratch, `quiz-${students}`);
    makeQuizClass(folder, students);
    const run = await grade(folder, `${folder}-out`, ['--format', 'html,csv,csv-wide,junit']);
    peaks.push(run.peakMb);
    say(
      `grading ${students} submissions into every file: ${run.seconds.toFixed(1)} s, ${run.peakMb.toFixed(0)} MB at most`,
    );
  }
  say(`memory of 10,000 submissions to that of 1,000: ${((peaks[1] ?? 0) / (peaks[0] ?? 1)).toFixed(2)}`);
}

/** Five hundred hostile submissions in one batch. */
async function hostile(scratch: string): Promise<void> {
  const folder = join(scratch, 'hostile');
  let count = 0;
  for (let round = 0; count < 500; round++) {
    for (const { exercise, form, text } of hostileTexts) {
      if (count === 500) break;
      const own = join(folder, `s${String(count).padStart(3, '0')}`);
      mkdirSync(own, { recursive: true });
      // No two are alike, so that none is graded for another.
      const unlike = form === 'json' ? `${text}${' '.repeat(round)}` : `# ${round}\n${text}`;
      writeFileSync(join(own, `${exercise}.${form}`), unlike);
      count += 1;
    }
  }
  const before = readdirSync(scratch).sort().join();
  const run = await grade(folder, join(scratch, 'hostile-out'));
  const after = readdirSync(scratch)
    .filter((name) => name !== 'hostile-out')
    .sort()
    .join();
  const grades = JSON.parse(readFileSync(join(scratch, 'hostile-out', 'grades.json'), 'utf8')) as {
    students: { reports: { outcome: string; reason?: { id: string } }[] }[];
  };
  const reports = grades.students.flatMap((student) => student.reports);
  const reasons = new Map<string, number>();
  for (const { reason } of reports) if (reason) reasons.set(reason.id, (reasons.get(reason.id) ?? 0) + 1);
  const errors = [...reasons].map(([id, number]) => `${id} ${number}`).join(', ');
  say(
    `500 hostile submissions: ${reports.length} reports in ${run.seconds.toFixed(1)} s, ${run.peakMb.toFixed(0)} MB at most, exit code ${run.status}; not graded: ${errors}; ${before === after ? 'nothing' : 'SOMETHING'} written elsewhere`,
  );
}

/** Killed again and again at any moment; in the end the same bytes, and nothing that was finished graded twice. */
async function killed(scratch: string): Promise<void> {
  const folder = join(scratch, 'killed');
  const submissions = makeClass(folder, EXERCISES, 320, 7);
  const whole = join(scratch, 'whole-out');
  const { seconds } = await grade(folder, whole);
  const random = createRandom('kill');
  const out = join(scratch, 'killed-out');
  const finished = new Map<string, number>();
  let kills = 0;
  const count = ({ events }: Run) => {
    for (const { event, student, exercise, reused } of events) {
      if (event !== 'done' || reused) continue;
      finished.set(`${student}/${exercise}`, (finished.get(`${student}/${exercise}`) ?? 0) + 1);
    }
  };
  for (; kills < 50; kills++)
    count(await grade(folder, out, [], 300 + random.next() * (seconds * 60 + 1500)));
  const last = await grade(folder, out);
  count(last);
  const twice = [...finished.values()].filter((times) => times > 1).length;
  const same =
    readFileSync(join(out, 'grades.json'), 'utf8') === readFileSync(join(whole, 'grades.json'), 'utf8');
  say(
    `kill -9 at ${kills} random instants of a class of ${submissions}: ${finished.size} graded, ${twice} of them twice; the result is ${same ? 'the same, byte for byte' : 'ANOTHER'}`,
  );
}

const parts = new Map<string, (scratch: string) => void | Promise<void>>([
  ['cluster', againstCluster],
  ['throughput', throughput],
  ['memory', memory],
  ['hostile', hostile],
  ['killed', killed],
]);

/** The section of `npm run bench`; its parts alone: `npm run bench grading hostile`. */
export async function grading(words: readonly string[] = []): Promise<void> {
  const named = words.filter((word) => parts.has(word));
  const scratch = mkdtempSync(join(tmpdir(), 'petset-bench-'));
  try {
    for (const name of named.length > 0 ? named : parts.keys()) await parts.get(name)?.(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
