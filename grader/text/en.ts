// The grader's sentences in English.
import type { Step, WhenWord } from '../finding.ts';
import type { Sentences } from './sentences.ts';
import { rangeOf, secondsOf, singularOf } from './sentences.ts';

const whenWords: Readonly<Record<WhenWord, string>> = {
  end: 'at the end',
  eventually: 'at some moment',
  always: 'at every moment',
  never: 'at no moment',
};

/** `at least one pod`, `3 pods`, `no pods`. */
function counted(count: string, resource: string): string {
  const one = singularOf(resource);
  if (count === 'some' || count === '1+') return `at least one ${one}`;
  if (count === 'all') return `all ${resource}`;
  if (count === 'none' || count === '0') return `no ${resource}`;
  const { min = 0, max } = rangeOf(count) ?? {};
  const noun = (number: number) => `${number} ${number === 1 ? one : resource}`;
  if (max === undefined) return `at least ${noun(min)}`;
  if (min === max) return noun(max);
  return min === 0 ? `at most ${noun(max)}` : `${min} to ${noun(max)}`;
}

const stepWords = new Map([
  ['created', 'is created'],
  ['ready', 'becomes ready'],
  ['unready', 'stops being ready'],
  ['deleting', 'is told to end'],
  ['deleted', 'is gone'],
]);

const step = ({ object, is }: Step) => `${object} ${stepWords.get(is) ?? is}`;
const named = (resource: string, which: string) => (which === '' ? resource : `${resource} "${which}"`);
const orNothing = (text: string) => (text === '' ? 'nothing' : text);

export const en: Sentences = {
  messages: {
    'objects-wanted': ({ resource, which, count, fields, when }) =>
      `${named(counted(count, resource), which)}${fields === '' ? '' : ` with ${fields}`}, ${whenWords[when]}`,
    'cel-wanted': ({ when }) => `what the task says, ${whenWords[when]}`,
    'order-wanted': ({ first, next }) => `first ${step(first)}, then ${step(next)}`,
    'prints-wanted': ({ command, text }) => `\`${command}\` prints ${text}`,
    'lacks-wanted': ({ command, text }) => `\`${command}\` does not print ${text}`,
    'exit-wanted': ({ command, exitCode }) => `\`${command}\` ends with exit code ${exitCode}`,
    'right-answer-wanted': () => 'the right answer',
    'none-there': ({ resource, which }) => `there is no ${named(singularOf(resource), which)}`,
    'number-matched': ({ resource, matched, of, names }) =>
      `${matched} of ${of} ${resource} are like that${names === '' ? '' : `: ${names}`}`,
    closest: ({ resource, which, matched, of }) =>
      `at the closest, ${matched} of ${of} ${named(of === 1 ? singularOf(resource) : resource, which)} ${matched === 1 ? 'was' : 'were'} as wanted`,
    'field-differs': ({ object, path, wanted, found, matched, of }) =>
      `${object} has ${path}: ${orNothing(found)} (wanted: ${wanted})${of > 1 ? `; ${matched} of ${of} are as wanted` : ''}`,
    'field-is': ({ object, path, found }) => `${object} has ${path}: ${orNothing(found)}`,
    'how-many': ({ resource, count }) =>
      `there ${count === 1 ? 'is' : 'are'} ${counted(String(count), resource)}`,
    'is-there': ({ object }) => `there is ${object}`,
    'not-like-that': ({ object }) => `${object} is not like that`,
    'not-the-same': ({ object }) => `${object} is not the one that was there at the beginning`,
    'does-not-hold': () => 'the cluster did not look like this',
    'cannot-tell': () => 'something that it looks at is not there',
    held: () => 'this did happen, and must not',
    'window-never-opened': () => 'the moment to look at never came',
    'never-happened': ({ step: it }) => `it never came to this: ${step(it)}`,
    'happened-before': ({ step: it, other, otherAtMs }) =>
      `${step(it)} first; ${step(other)} only at ${secondsOf(otherAtMs)} s`,
    printed: ({ text, exitCode }) => `it printed ${orNothing(text)} (exit code ${exitCode})`,
    refused: ({ command, text }) => `\`${command}\` was refused: ${text}`,
    'no-answer': () => 'no answer',
    answered: ({ answer }) => `the answer ${answer}`,
  },
  reasons: {
    'too-large': (detail) => `it is too large (${detail})`,
    'too-deep': (detail) => `it is nested too deeply (${detail})`,
    'not-json': () => 'it is not complete JSON: export it again',
    'not-a-submission': (detail) => `it is no submission: ${detail}`,
    'wrong-version': (detail) => `it is of version ${detail}, which this grader does not read`,
    'wrong-exercise': (detail) => `it is a submission to another exercise: ${detail}`,
    'not-asked-for': (detail) => `this exercise takes no .${detail} file`,
    'not-yaml': (detail) => `it is not YAML: ${detail}`,
    'a-link': (file) => `${file} is a link, not followed: hand in the file itself`,
    'not-a-file': (file) => `${file} is no file`,
    'unknown-ending': (file) => `${file} does not end in .yaml, .yml, .sh or .json`,
    'no-exercise': (file) => `${file} is named after no exercise`,
    'not-readable': (file) => `${file} cannot be read`,
    'over-limits': (detail) => `it goes beyond what one submission may use: ${detail}`,
    'out-of-time': (detail) => `this command did not end within the time of the exercise: ${detail}`,
    'out-of-memory': (detail) => `it took more memory than one submission may: ${detail}`,
    stopped: (detail) => `grading it took too long and was stopped: ${detail}`,
    'not-text': (detail) => `it is not text in UTF-8 (${detail}): save it again as UTF-8`,
    'ambiguous-name': (file) => `${file} stands for two files: a zip holds the name twice`,
    ours: (detail) => `the grader failed, which is not the learner's fault: ${detail}`,
  },
  wanted: 'Wanted',
  seen: 'Seen',
  hint: 'Hint',
  event: 'Event',
  why: 'Why',
  passed: 'passed',
  failed: 'failed',
  notGraded: 'not graded',
  missing: 'not handed in',
  noStudent: '(no name)',
  notTranslated: 'This exercise is not translated yet; its texts are in English.',
  otherRevision: (made, now) => `It was made for revision ${made} of the exercise; this is revision ${now}.`,
  at: (seconds, seed) => `at ${seconds} s, seed ${seed}`,
  rules: {
    late: (days, percent) =>
      `${days === undefined ? 'marked late' : `${days} day${days === 1 ? '' : 's'} late`}: −${percent}%`,
    closed: (days) => `${days} days late: it was closed`,
    checkGate: (check) => `nothing counts without ${check}`,
    exerciseGate: (exercise, percent) => `it counts once ${exercise} has reached ${percent}%`,
    earned: (points) => `the checks gave ${points}`,
    override: (reason) => `decided by hand: ${reason}`,
    extraCredit: 'extra credit',
    attempt: (number, of, counted) =>
      counted > 1 ? `mean of ${counted} submissions` : `submission ${number} of ${of}`,
    handedIn: (at) => `handed in ${at}`,
    open: (errors) => `${errors} could not be graded and ${errors === 1 ? 'is' : 'are'} left out`,
    excused: 'excused',
    total: 'Total',
    hidden: 'This check is not shown in the exercise.',
  },
  table: {
    student: 'student',
    error: 'error',
    excused: 'excused',
    legend: '–  not handed in    error  could not be graded, which is not a zero',
  },
  diff: {
    nowPasses: (check) => `${check} passes now`,
    nowFails: (check) => `${check} fails now`,
    because: 'Because',
    causes: {
      submission: 'another submission was graded',
      exercise: 'the exercise has another revision',
      'hidden-or-exercise': 'the exercise or its hidden checks were changed',
      seeds: 'it was graded on other seeds',
      engine: 'another version of the grader graded it',
      rules: 'the rules were changed',
      unknown: 'nothing that the reports tell of was changed',
    },
    came: 'Only in the second',
    gone: 'Only in the first',
    summary: (changed, same) => `${changed} grade${changed === 1 ? '' : 's'} changed, ${same} the same`,
  },
  summary: (students, graded, errors, missing) =>
    `${students} student${students === 1 ? '' : 's'}: ${graded} graded, ${errors} not gradable, ${missing} not handed in`,
};
