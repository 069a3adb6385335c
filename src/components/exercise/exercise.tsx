/** An exercise: its own cluster, Submit with what came of it, and the submission as a file. The brief stands above it. */
import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { shelfFor } from '../lab/keep.ts';
import { LabFrame, OtherRevisions, useRuns } from '../lab/lab.tsx';
import { useShared, useShelf } from '../lab/shared.ts';
import type { CheckShown, ReportShown } from '../lab/shown.ts';
import type { Lab } from '../lab/use-lab.ts';
import { useLab } from '../lab/use-lab.ts';
import type { Words } from '../lab/words.ts';
import { fill } from '../lab/words.ts';
import type { ExercisePage } from './build-exercise.ts';
import type { ExerciseWords } from './report.tsx';
import { ReportView } from './report.tsx';
import type { SolutionShown } from './solution.tsx';
import { Solution } from './solution.tsx';
import { solutionOf } from './solutions.ts';
import {
  download,
  NotASubmission,
  OtherExercise,
  readSubmission,
  writeSubmission,
} from './submission-file.ts';

export interface ExerciseProps {
  readonly exercise: Pick<ExercisePage, 'id' | 'title' | 'revision' | 'checks' | 'setup' | 'files'>;
  readonly base: string;
  readonly locale: string;
  readonly words: ExerciseWords;
  readonly labWords: Words;
}

interface Outcome {
  readonly attempts: number;
  readonly report: ReportShown;
  /** The report's canonical JSON: what the command line prints for the same submission. */
  readonly json: string;
}

export function ExerciseIsland(props: ExerciseProps): JSX.Element {
  const { exercise, base, words, labWords } = props;
  const own = useMemo(
    () => shelfFor(base, `exercise:${exercise.id}`, exercise.revision),
    [base, exercise.id, exercise.revision],
  );
  const shared = useShared(exercise.id, exercise.setup.seed);
  const shelf = useShelf(own, shared.log);
  const lab = useLab(exercise.setup, shelf);
  const back = useRuns(exercise.id, lab);
  return (
    <>
      <OtherRevisions shelf={own} words={labWords} />
      <LabFrame
        id={exercise.id}
        lab={lab}
        words={labWords}
        back={back}
        shared={shared}
        title={exercise.title}
      />
      <Submitting {...props} lab={lab} words={words} />
    </>
  );
}

function Submitting(props: ExerciseProps & { readonly lab: Lab }): JSX.Element {
  const { exercise, locale, words, lab } = props;
  const [outcome, setOutcome] = useState<Outcome>();
  const [isGrading, setGrading] = useState(false);
  const [notice, setNotice] = useState('');
  const written = async (): Promise<string> => writeSubmission(exercise, { log: await lab.log() });
  const submit = async (): Promise<void> => {
    setGrading(true);
    setNotice('');
    try {
      const submission = await written();
      const { json, shown } = await (await lab.connection()).grade({
        exercise: exercise.files,
        submission,
        locale,
      });
      setOutcome((before) => ({ attempts: (before?.attempts ?? 0) + 1, report: shown, json }));
      lab.keep({ points: shown.points, of: shown.of });
    } catch (error) {
      setNotice(error instanceof Error ? error.message : String(error));
    }
    setGrading(false);
  };
  const watch = async (check: CheckShown, atMs: number | undefined): Promise<void> => {
    const submission = await written();
    const moment = atMs === undefined ? {} : { atMs };
    lab.send({
      do: 'watch',
      exercise: exercise.files,
      submission,
      check: check.id,
      seed: check.seed ?? exercise.setup.seed,
      ...moment,
    });
    setNotice(words.watching);
    document.getElementById(`lab-${exercise.id}`)?.scrollIntoView({ block: 'start' });
  };
  const solve = async (): Promise<SolutionShown> => {
    const solution = await solutionOf(exercise.id);
    const submission = await written();
    const connection = await lab.connection();
    const comparison = await connection.compare({ exercise: exercise.files, submission, solution });
    const [file = '', text = ''] = solution.find(([path]) => /\.(yaml|sh)$/.test(path)) ?? [];
    return { comparison, file, text };
  };
  const load = async (file: File): Promise<void> => {
    try {
      const { log } = readSubmission(exercise, await file.text());
      lab.reset(log);
      setOutcome(undefined);
      setNotice(words.imported);
    } catch (error) {
      setNotice(fill(words.importRefused, { reason: refusalOf(error, words) }));
    }
  };
  return (
    <div class="exercise-end">
      <div class="exercise-actions">
        <button type="button" class="exercise-submit" onClick={submit} disabled={isGrading}>
          {isGrading ? words.grading : words.submit}
        </button>
        <button type="button" onClick={async () => download(`${exercise.id}.json`, await written())}>
          {words.export}
        </button>
        <FileButton label={words.import} take={load} />
        <p role="status">{notice}</p>
      </div>
      {outcome && (
        <div data-report={outcome.json}>
          <ReportView
            report={outcome.report}
            checks={exercise.checks}
            words={words}
            attempts={outcome.attempts}
            watch={watch}
          />
          <Solution
            key={outcome.attempts}
            isDone={outcome.report.points >= outcome.report.of}
            words={words}
            load={solve}
          />
        </div>
      )}
    </div>
  );
}

/** Why a file cannot be taken, in the page's language. */
function refusalOf(error: unknown, words: ExerciseWords): string {
  if (error instanceof NotASubmission) return words.importNotOurs;
  if (error instanceof OtherExercise) return fill(words.importOther, { exercise: error.exercise });
  return error instanceof Error ? error.message : String(error);
}

/** A button that asks for a file. */
export function FileButton(props: { readonly label: string; take(file: File): Promise<void> }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {props.label}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={async ({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file) await props.take(file);
        }}
      />
    </>
  );
}
