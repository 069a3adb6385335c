/** An exercise: its own cluster, Submit with what came of it, and the submission as a file. The brief stands above it. */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Shelf } from '../keeping/shelf.ts';
import { shelfFor } from '../keeping/shelf.ts';
import { writeWork } from '../keeping/work-file.ts';
import { LabFrame, useRuns } from '../lab/lab.tsx';
import { useShared, useShelf } from '../lab/shared.ts';
import type { CheckShown } from '../lab/shown.ts';
import type { Lab } from '../lab/use-lab.ts';
import { useLab } from '../lab/use-lab.ts';
import type { Words } from '../lab/words.ts';
import type { ExercisePage } from './build-exercise.ts';
import { OwnFile } from './own-file.tsx';
import type { ExerciseWords } from './report.tsx';
import { ReportView } from './report.tsx';
import type { SolutionShown } from './solution.tsx';
import { Solution } from './solution.tsx';
import { solutionOf } from './solutions.ts';
import { useSubmitted } from './submitted.ts';

export interface ExerciseProps {
  readonly exercise: Pick<
    ExercisePage,
    'id' | 'isExam' | 'title' | 'revision' | 'checks' | 'setup' | 'files'
  >;
  readonly base: string;
  readonly locale: string;
  readonly words: ExerciseWords;
  readonly labWords: Words;
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
      <LabFrame
        id={exercise.id}
        lab={lab}
        words={labWords}
        back={back}
        shared={shared}
        shelf={shelf}
        title={exercise.title}
      />
      <Submitting {...props} lab={lab} shelf={shelf} words={words} />
    </>
  );
}

function Submitting(props: ExerciseProps & { readonly lab: Lab; readonly shelf: Shelf }): JSX.Element {
  const { exercise, base, locale, words, lab, shelf } = props;
  const outcome = useSubmitted(shelf, locale);
  const { submitted, report, submissions, take } = outcome;
  const [isGrading, setGrading] = useState(false);
  const [notice, setNotice] = useState('');
  const isDone = report !== undefined && report.points >= report.of;
  const about = { kind: 'exercise', id: exercise.id, revision: exercise.revision } as const;
  /** What is graded: what was done, and nothing beside. */
  const submission = async (): Promise<string> =>
    writeWork(about, { work: { log: await lab.log(), seen: {} } });
  const submit = async (): Promise<void> => {
    setGrading(true);
    setNotice('');
    try {
      const text = await submission();
      const { json, shown } = await (await lab.connection()).grade({
        exercise: exercise.files,
        submission: text,
        locale,
      });
      take(json, shown);
    } catch (error) {
      setNotice(error instanceof Error ? error.message : String(error));
    }
    setGrading(false);
  };
  const watch = async (check: CheckShown, atMs: number | undefined): Promise<void> => {
    const text = await submission();
    const moment = atMs === undefined ? {} : { atMs };
    lab.send({
      do: 'watch',
      exercise: exercise.files,
      submission: text,
      check: check.id,
      seed: check.seed ?? exercise.setup.seed,
      ...moment,
    });
    setNotice(words.watching);
    document.getElementById(`lab-${exercise.id}`)?.scrollIntoView({ block: 'start' });
  };
  const solve = async (): Promise<SolutionShown> => {
    const solution = await solutionOf(exercise.id);
    const mine = await submission();
    const connection = await lab.connection();
    const comparison = await connection.compare({ exercise: exercise.files, submission: mine, solution });
    const [file = '', text = ''] = solution.find(([path]) => /\.(yaml|sh)$/.test(path)) ?? [];
    return { comparison, file, text };
  };
  return (
    <div class="exercise-end">
      <div class="exercise-actions">
        <button type="button" class="exercise-submit" onClick={submit} disabled={isGrading}>
          {isGrading ? words.grading : words.submit}
        </button>
        <OwnFile about={about} lab={lab} shelf={shelf} outcome={outcome} words={words} say={setNotice} />
        <p role="status">{notice}</p>
      </div>
      {submitted && report && (
        <div data-report={submitted.report}>
          <ReportView
            report={report}
            checks={exercise.checks}
            words={words}
            hints={submitted.hints}
            submissions={submissions}
            watch={watch}
          />
          {(isDone || !exercise.isExam) && (
            <Solution key={submitted.attempts} isDone={isDone} words={words} load={solve} />
          )}
        </div>
      )}
      <p class="exercise-all">
        <a href={`${base.replace(/\/$/, '')}/${locale}/reference/your-work/`}>{words.allWork}</a>
      </p>
    </div>
  );
}
