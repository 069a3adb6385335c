// Grades a class: finds it, grades it in threads, and writes what came of it.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Roster } from '../intake/roster.ts';
import { readRoster } from '../intake/roster.ts';
import type { FormatContext } from '../report/format.ts';
import type { GradesHead } from '../report/grades.ts';
import { shownLine } from '../report/shown.ts';
import { engineFingerprint } from './batch/engine.ts';
import { Pool } from './batch/pool.ts';
import { createProgress } from './batch/progress.ts';
import { ResultStore, usualFolder } from './batch/result-store.ts';
import type { Finished } from './batch/run-batch.ts';
import { runBatch } from './batch/run-batch.ts';
import type { ClassRoll } from './class-roll.ts';
import { classRoll } from './class-roll.ts';
import { fileProblem, wrongUsage } from './complain.ts';
import type { Course, CourseParts } from './course.ts';
import { loadParts, readCourse, ruleProblems } from './course.ts';
import { STUDENT_FORMATS } from './format-names.ts';
import type { GradeCall } from './grade-call.ts';
import { headOf, longestName, studentGrades } from './grade-students.ts';
import { gather } from './intake/gather.ts';
import { readTable } from './intake/table.ts';
import { makeOutFolder } from './out-folder.ts';
import { Outcomes } from './outcomes.ts';
import { Pseudonyms } from './pseudonyms.ts';
import { ofShard } from './shard.ts';
import { chosenFormats, GradesWriter } from './write-grades.ts';

/** Grades everything that is there now. */
export async function gradeOnce(call: GradeCall): Promise<number> {
  const inputs = readInputs(call);
  if (typeof inputs === 'number') return inputs;
  const size = call.jobs ?? availableParallelism();
  const { memoryMb, cpuSeconds } = call;
  // The first thread reads its modules while everything else is still being found.
  const pool = new Pool(1, { exercises: inputs.parts.exercises }, { memoryMb, cpuSeconds });
  try {
    const { course, problems } = readCourse(inputs.parts);
    for (const problem of problems) say(problem);
    if (course.prepared.size === 0) {
      say(`there are no exercises in ${call.exercises}`);
      return 3;
    }
    const [wrong] = ruleProblems(course, call.rules);
    if (wrong !== undefined) return wrongUsage(wrong);
    const roll = await classRoll(await gather(call.paths), course, inputs.roster);
    for (const warning of roll.warnings) say(warning);
    if (roll.handedIn.size === 0) return wrongUsage('there is nothing to grade');
    return await gradeRoll(call, inputs, course, roll, pool, size);
  } catch (error) {
    const { path } = error as NodeJS.ErrnoException;
    if (path === undefined) throw error;
    return wrongUsage(fileProblem(path, error));
  } finally {
    await pool.close();
  }
}

interface Inputs {
  readonly parts: CourseParts;
  readonly roster?: Roster;
  readonly gradebook?: FormatContext['gradebook'];
  readonly pseudonyms?: Pseudonyms;
}

function readInputs(call: GradeCall): Inputs | number {
  let parts: ReturnType<typeof loadParts>;
  try {
    parts = loadParts(call.exercises, call.rules, call.seeds);
  } catch (error) {
    say(`--exercises ${fileProblem(call.exercises, error)}`);
    return 3;
  }
  if (!parts.ok) {
    for (const problem of parts.problems) say(problem);
    return parts.isOurs ? 3 : 2;
  }
  const outProblem = call.out === undefined ? undefined : makeOutFolder(call.out);
  if (outProblem !== undefined) return wrongUsage(outProblem);
  const roster = call.roster === undefined ? undefined : readTable(call.roster);
  if (roster && !roster.ok) return wrongUsage(roster.problems[0] ?? '');
  const people = roster && readRoster(roster.value.rows);
  if (people && people.people.length === 0)
    return wrongUsage(`${call.roster}: ${people.problems[0] ?? 'there is nobody in it'}`);
  for (const problem of people?.problems ?? []) say(`${call.roster}: ${problem}`);
  const gradebook = call.gradebook === undefined ? undefined : readTable(call.gradebook);
  if (gradebook && !gradebook.ok) return wrongUsage(gradebook.problems[0] ?? '');
  const pseudonyms = call.pseudonyms === undefined ? undefined : Pseudonyms.from(call.pseudonyms);
  if (typeof pseudonyms === 'string') return wrongUsage(pseudonyms);
  return {
    parts: parts.value,
    ...(people ? { roster: people } : {}),
    ...(gradebook ? { gradebook: gradebook.value } : {}),
    ...(pseudonyms ? { pseudonyms } : {}),
  };
}

async function gradeRoll(
  call: GradeCall,
  inputs: Inputs,
  course: Course,
  whole: ClassRoll,
  pool: Pool,
  size: number,
): Promise<number> {
  const roll = call.shard ? ofShard(whole, call.shard) : whole;
  const jobs = roll.students.flatMap(({ work }) => work.map(({ job }) => job));
  for (let more = 1; more < Math.min(size, jobs.length); more++) pool.grow();
  const folder = call.results ?? (call.out === undefined ? usualFolder() : join(call.out, '.results'));
  const [shown = 'table'] = call.formats;
  if (call.out === undefined && roll.students.length > 1 && STUDENT_FORMATS.includes(shown))
    return wrongUsage(`--format ${shown} makes files for each student: it needs --out DIR`);
  const store = new ResultStore(folder);
  const stopping = stopOnSignals();
  const progress = createProgress(call.progress);
  const result = await Promise.race([
    runBatch(jobs, {
      pool,
      store,
      engine: engineFingerprint(),
      progress,
      isFresh: call.fresh,
      inHand: size * 2,
      isStopped: () => stopping.isStopped,
    }),
    stopping.stopped,
  ]);
  if (result === undefined) {
    progress.end();
    say('interrupted: what is finished is kept, so run it again to go on');
    return 130;
  }
  stopping.forget();
  if (result.reused > 0)
    say(`${result.reused} of ${jobs.length} were graded before; --fresh grades them again`);
  const head = headOf(course, whole, call.shard);
  return writeAll(call, inputs, course, roll, head, result.finished, store);
}

function writeAll(
  call: GradeCall,
  inputs: Inputs,
  course: Course,
  roll: ClassRoll,
  head: GradesHead,
  finished: readonly (Finished | undefined)[],
  store: ResultStore,
): number {
  const { pseudonyms } = inputs;
  const outcomes = new Outcomes();
  const context: FormatContext = {
    head: pseudonyms ? pseudonyms.head(head) : head,
    exercises: course.exercises,
    locale: call.locale,
    nameWidth: longestName(roll, pseudonyms),
    platform: process.env,
    ...(inputs.gradebook ? { gradebook: inputs.gradebook } : {}),
  };
  const writer = new GradesWriter({ context, ...chosenFormats(call, roll.students.length) });
  let from = 0;
  for (const one of roll.students) {
    const reports = finished.slice(from, from + one.work.length);
    from += one.work.length;
    const student = studentGrades(one, reports, course, head, store);
    outcomes.add(student);
    writer.student(pseudonyms ? pseudonyms.student(student) : student);
  }
  for (const warning of writer.close()) say(warning);
  tellRoster(head);
  const { errors, total } = outcomes;
  if (errors > 0) say(`${errors} of ${total} could not be graded, which is not a zero`);
  return outcomes.exitCode(call.failUnder);
}

function tellRoster({ roster }: GradesHead): void {
  if (!roster) return;
  const { unmatched, ambiguous, missing } = roster;
  if (unmatched.length > 0) say(`on no roster: ${unmatched.join(', ')}`);
  for (const { name, people } of ambiguous)
    say(`${name} may be any of ${people.join(', ')}: graded under its own name`);
  if (missing.length > 0) say(`handed in nothing: ${missing.join(', ')}`);
}

function say(sentence: string): void {
  process.stderr.write(`petset: ${shownLine(sentence)}\n`);
}

/** Ctrl-C ends the run between two submissions; a second one ends it at once. */
function stopOnSignals(): {
  readonly isStopped: boolean;
  readonly stopped: Promise<undefined>;
  forget(): void;
} {
  let stop: (value: undefined) => void = () => {};
  const stopped = new Promise<undefined>((resolve) => {
    stop = resolve;
  });
  const state = { isStopped: false, stopped, forget };
  function onSignal(): void {
    if (state.isStopped) process.exit(130);
    state.isStopped = true;
    stop(undefined);
  }
  function forget(): void {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  return state;
}
