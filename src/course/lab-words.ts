/** The words of the lab, the exercise and the quiz: which ones there are. What they say is in content/<locale>/ui.yaml. */

const LAB_WORDS = [
  'apply',
  'applyTitle',
  'backToText',
  'busy',
  'claims',
  'clear',
  'clock',
  'close',
  'commandLine',
  'containers',
  'cut',
  'deeds',
  'deleted',
  'detailsOf',
  'editor',
  'enter',
  'fieldDefault',
  'fieldRefused',
  'fieldRequired',
  'fieldSuggestions',
  'fieldValues',
  'fieldWithoutEffect',
  'files',
  'fix',
  'forgetful',
  'goTo',
  'help',
  'interrupt',
  'kept',
  'lab',
  'labels',
  'lastEvent',
  'lookingBack',
  'manifest',
  'node',
  'nodes',
  'none',
  'noOwner',
  'noPods',
  'noScript',
  'nothingDue',
  'otherRevision',
  'output',
  'owner',
  'pause',
  'picture',
  'play',
  'podsLeftOut',
  'podsOn',
  'rate',
  'ready',
  'readyOf',
  'refused',
  'reset',
  'resetSure',
  'restarts',
  'restore',
  'restoreTitle',
  'rollout',
  'runHere',
  'running',
  'scrub',
  'scrubAt',
  'sets',
  'settle',
  'settled',
  'settleTitle',
  'start',
  'starting',
  'step',
  'stepBack',
  'stepBackTitle',
  'stepTitle',
  'stopped',
  'terminal',
  'terminalHint',
  'time',
  'timeline',
  'timelineEmpty',
  'timelineHint',
  'timeStands',
  'toEnd',
  'unready',
  'unscheduled',
  'usedBy',
  'views',
  'whyOf',
] as const;

const EXERCISE_WORDS = [
  'again',
  'asked',
  'checks',
  'event',
  'exercise',
  'export',
  'failedChecks',
  'grading',
  'hint',
  'hintMore',
  'import',
  'imported',
  'importNotOurs',
  'importOther',
  'importRefused',
  'lost',
  'notTranslated',
  'passed',
  'points',
  'report',
  'seen',
  'solution',
  'submit',
  'wanted',
] as const;

const QUIZ_WORDS = [
  'answer',
  'answerShown',
  'check',
  'chooseMany',
  'chooseOne',
  'finished',
  'moveDown',
  'moveUp',
  'next',
  'noScript',
  'numberLabel',
  'predict',
  'predictRuns',
  'previous',
  'printed',
  'question',
  'quiz',
  'retry',
  'right',
  'secondTry',
  'textLabel',
  'wrong',
] as const;

export type LabWord = (typeof LAB_WORDS)[number];
export type ExerciseWord = (typeof EXERCISE_WORDS)[number];
export type QuizWord = (typeof QUIZ_WORDS)[number];

const GROUPS = {
  'petset.lab': LAB_WORDS,
  'petset.exercise': EXERCISE_WORDS,
  'petset.quiz': QUIZ_WORDS,
} as const;

type Groups = typeof GROUPS;
type KeyOf<G extends keyof Groups> = `${G}.${Groups[G][number]}`;
export type LabKey = { [G in keyof Groups]: KeyOf<G> }[keyof Groups];

/** Every key of all groups, as it stands in ui.yaml. */
export const LAB_KEYS: readonly LabKey[] = Object.entries(GROUPS).flatMap(([group, words]) =>
  words.map((word) => `${group}.${word}` as LabKey),
);

/** One group's words without their prefix. Throws where one is missing. */
export function pickWords<G extends keyof Groups>(
  group: G,
  all: Readonly<Record<string, unknown>>,
): Readonly<Record<Groups[G][number], string>> {
  const pairs = GROUPS[group].map((word) => {
    const text = all[`${group}.${word}`];
    if (typeof text !== 'string') throw new Error(`content/<locale>/ui.yaml has no ${group}.${word}`);
    return [word, text] as const;
  });
  return Object.fromEntries(pairs) as Record<Groups[G][number], string>;
}
