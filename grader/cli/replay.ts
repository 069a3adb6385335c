// `petset replay SUBMISSION`: what a student did, step by step, or a link that shows it in the page.

import { basename } from 'node:path';
import { emitKeypressEvents } from 'node:readline';
import { parseArgs } from 'node:util';
import { BoundExceeded } from '../../src/sim/index.ts';
import { exerciseNamed, exerciseSaid, platformName } from '../intake/file-names.ts';
import type { Exercise } from '../parse-exercise.ts';
import { replayLink } from '../replay-link.ts';
import type { ReplayStep } from '../replay-steps.ts';
import { replaySteps } from '../replay-steps.ts';
import { shown, shownLine } from '../report/shown.ts';
import { reasonSentence } from '../report/text.ts';
import type { Submission } from '../submission.ts';
import { parseSubmission } from '../submission.ts';
import { secondsOf } from '../text/sentences.ts';
import { command } from './command.ts';
import { flagProblem, wrongUsage } from './complain.ts';
import { EXERCISES } from './exercises-folder.ts';
import { readBounded } from './intake/read-bounded.ts';
import { formNamed } from './intake/source.ts';
import { textOf } from './intake/text-of.ts';
import { loadExercise, slugsIn } from './load-exercise.ts';

export const usage = `Usage: petset replay SUBMISSION [--exercise SLUG] [--all] [--link PAGE] [--seed N] [--exercises DIR]

Shows what a student did, one step at a time: the command, what it printed, and how the pods were then. On a terminal Enter goes on,
b goes back, and q ends; elsewhere everything is printed.

  --exercise SLUG  which exercise it is of, if its name does not say so
  --all            print everything at once
  --link PAGE      print a link that replays it in PAGE, the address of the exercise's page; nothing of it is sent anywhere
  --seed N         the cluster's seed, for submissions that do not tell theirs (default: the exercise's first)
  --exercises DIR  where the exercises are

Exit codes: 0 replayed, 1 it could not be replayed to its end, 2 wrong usage, 3 something of ours broke.
`;

interface Call {
  readonly file: string;
  readonly help: boolean;
  readonly exercise?: string;
  readonly all: boolean;
  readonly link?: string;
  readonly seed?: string;
  readonly exercises: string;
}

export const replayCommand = command(usage, readCall, replay);

async function replay(call: Call): Promise<number> {
  const found = readReplayed(call);
  if (typeof found === 'string') return wrongUsage(found);
  const { exercise, submission } = found;
  if (call.link !== undefined) {
    const { seed, entries } = submission.log;
    const link = { exercise: exercise.definition.id, entries, ...(seed === undefined ? {} : { seed }) };
    process.stdout.write(`${replayLink(call.link, link)}\n`);
    return 0;
  }
  const steps = () => replaySteps(exercise, submission, call.seed ?? exercise.definition.seeds[0] ?? 1);
  try {
    if (call.all || !process.stdin.isTTY || !process.stdout.isTTY) {
      for (const step of steps()) process.stdout.write(stepText(step));
      return 0;
    }
    return await stepThrough(steps);
  } catch (error) {
    if (!(error instanceof BoundExceeded)) throw error;
    process.stderr.write(
      `petset: ${shownLine(reasonSentence({ id: 'over-limits', detail: error.message }, 'en'))}\n`,
    );
    return 1;
  }
}

function readReplayed(call: Call): { readonly exercise: Exercise; readonly submission: Submission } | string {
  const file = platformName(basename(call.file))?.file ?? basename(call.file);
  const form = formNamed(file);
  if (form === undefined) return `${call.file} does not end in .yaml, .yml, .sh or .json`;
  const read = readBounded(call.file, call.file);
  if (!read.ok) return `${call.file}: ${reasonSentence(read.why, 'en')}`;
  const decoded = textOf(read.bytes);
  if (!decoded.ok) return `${call.file}: it is not text in UTF-8`;
  const slugs = slugsIn(call.exercises);
  const slug =
    call.exercise ??
    exerciseNamed(file, (it) => slugs.includes(it))?.exercise ??
    (form === 'json' ? exerciseSaid(decoded.text) : undefined);
  if (slug === undefined || !slugs.includes(slug))
    return `${call.file} is named after no exercise: say which with --exercise (${slugs.join(', ')})`;
  const parsed = loadExercise(call.exercises, slug);
  if (!parsed.ok) return `exercise ${slug}: ${parsed.problems[0]}`;
  const submission = parseSubmission(parsed.value, form, decoded.text);
  if (!submission.ok) return `${call.file}: ${reasonSentence(submission.why, 'en')}`;
  return { exercise: parsed.value, submission: submission.value };
}

/** A step as it is printed: nothing in it is obeyed by a terminal. */
export function stepText({ number, of, atMs, did, output, exitCode, pods }: ReplayStep): string {
  const failed = exitCode ? `  (exit code ${exitCode})` : '';
  const running =
    pods.length === 0
      ? 'no pods'
      : pods.map(({ name, ready, status }) => `${name} ${ready} ${status}`).join(', ');
  const said = shown(output).replace(/\n?$/, output === '' ? '' : '\n');
  return `[${number}/${of}] ${secondsOf(atMs)} s\n$ ${shown(did).replaceAll('\n', '\n> ')}${failed}\n${said}pods: ${shownLine(running)}\n\n`;
}

/** Going back is replaying less. */
async function stepThrough(steps: () => Generator<ReplayStep>): Promise<number> {
  emitKeypressEvents(process.stdin);
  process.stdin.setRawMode(true);
  const seen: ReplayStep[] = [];
  const rest = steps();
  let at = -1;
  try {
    for (;;) {
      if (at + 1 >= seen.length) {
        const next = rest.next();
        if (!next.done) seen.push(next.value);
      }
      at = Math.min(at + 1, seen.length - 1);
      const step = seen[at];
      if (!step) return 0;
      process.stdout.write(`\u001b[2J\u001b[H${stepText(step)}Enter: next   b: back   q: end`);
      const key = await pressed();
      if (key === 'q') return 0;
      if (key === 'b') at = Math.max(-1, at - 2);
      else if (at === seen.length - 1 && step.number === step.of) return 0;
    }
  } finally {
    process.stdin.setRawMode(false);
    process.stdin.pause();
    process.stdout.write('\n');
  }
}

function pressed(): Promise<string> {
  return new Promise((resolve) => {
    process.stdin.resume();
    process.stdin.once('keypress', (_, key: { readonly name?: string; readonly ctrl?: boolean }) => {
      resolve(key.ctrl && (key.name === 'c' || key.name === 'd') ? 'q' : (key.name ?? ''));
    });
  });
}

function readCall(words: readonly string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        exercise: { type: 'string' },
        all: { type: 'boolean', default: false },
        link: { type: 'string' },
        seed: { type: 'string' },
        exercises: { type: 'string', default: EXERCISES },
      },
    });
    const { help, exercise, all, link, seed, exercises } = values;
    if (!help && positionals.length !== 1) return 'replay takes one SUBMISSION';
    if (link !== undefined && !/^(https?:\/\/|\/|\.)/.test(link)) return '--link takes the address of a page';
    const given = Object.fromEntries(
      Object.entries({ exercise, link, seed }).filter(([, value]) => value !== undefined),
    );
    return { file: positionals[0] ?? '', help, all, exercises, ...given };
  } catch (error) {
    return flagProblem(error);
  }
}
