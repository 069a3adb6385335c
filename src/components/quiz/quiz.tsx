/** A quiz: its questions one by one, a second try before the answer, and only what was missed once more. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ExercisePage } from '../exercise/build-exercise.ts';
import { download, writeSubmission } from '../exercise/submission-file.ts';
import type { Connection } from '../lab/connection.ts';
import { Glyph } from '../lab/glyph.tsx';
import { shelfFor } from '../lab/keep.ts';
import { OtherRevisions } from '../lab/lab.tsx';
import type { Words } from '../lab/words.ts';
import { fill } from '../lab/words.ts';
import type { Attempts, Given } from './progress.ts';
import { isSettled, nextOpen, withoutMissed } from './progress.ts';
import type { QuizWords } from './question.tsx';
import { QuestionView } from './question.tsx';

export interface QuizProps {
  readonly exercise: Pick<ExercisePage, 'id' | 'revision' | 'questions' | 'files'>;
  readonly base: string;
  readonly locale: string;
  readonly words: QuizWords;
  readonly labWords: Words;
  readonly exportWord: string;
  readonly hintWord: string;
}

export function QuizIsland(props: QuizProps): JSX.Element {
  const { exercise, words, labWords } = props;
  const { id, questions } = exercise;
  const { shelf, attempts, keep, check, isChecking, trouble, report, ids, isOver, submission } =
    useQuiz(props);
  const [at, setAt] = useState(0);
  const again = (): void => {
    const kept = withoutMissed(attempts);
    keep(kept);
    setAt(nextOpen(ids, kept, ids.length - 1) ?? 0);
  };
  const question = questions[at];
  if (!question) return <p>{words.quiz}</p>;
  const next = nextOpen(ids, attempts, at);
  const right = [...attempts.values()].filter(({ isRight }) => isRight).length;
  return (
    <div class="quiz-body" data-report={report}>
      <OtherRevisions shelf={shelf} words={labWords} />
      <Place at={at} ids={ids} attempts={attempts} words={words} go={setAt} />
      <QuestionView
        key={`${question.id}/${attempts.has(question.id)}`}
        question={question}
        attempt={attempts.get(question.id)}
        words={words}
        hintWord={props.hintWord}
        isChecking={isChecking}
        check={(given) => check(question.id, given)}
      />
      <div class="exercise-actions">
        {isSettled(attempts.get(question.id)) && next !== undefined && (
          <button type="button" class="exercise-submit" onClick={() => setAt(next)}>
            {words.next}
          </button>
        )}
        {isOver && right < ids.length && (
          <button type="button" onClick={again}>
            {words.retry}
          </button>
        )}
        {attempts.size > 0 && (
          <button type="button" onClick={() => download(`${id}.json`, submission(attempts))}>
            {props.exportWord}
          </button>
        )}
        <p role="status">
          {isOver && <strong>{fill(words.finished, { right, of: ids.length })}</strong>} {trouble}
        </p>
      </div>
    </div>
  );
}

/** What was answered so far, kept by the browser, and the grader to hold it against. */
function useQuiz({ exercise, base, locale, labWords }: QuizProps) {
  const { id, revision, questions } = exercise;
  const shelf = useMemo(() => shelfFor(base, `quiz:${id}`, revision), [base, id, revision]);
  const [attempts, setAttempts] = useState<Attempts>(new Map());
  const [isChecking, setChecking] = useState(false);
  const [trouble, setTrouble] = useState('');
  const [report, setReport] = useState('');
  const ask = useGrader();
  const ids = questions.map((question) => question.id);
  const isOver = ids.every((it) => isSettled(attempts.get(it)));
  useEffect(() => {
    const { answers } = shelf.read() ?? {};
    if (Array.isArray(answers?.attempts)) setAttempts(new Map(answers.attempts as [string, never][]));
  }, [shelf]);
  const keep = (next: Attempts): void => {
    setAttempts(next);
    if (!shelf.write({ answers: { attempts: [...next] } })) setTrouble(labWords.forgetful);
  };
  const submission = (from: Attempts): string =>
    writeSubmission(exercise, {
      answers: Object.fromEntries([...from].map(([it, { given }]) => [it, given])),
    });
  const check = async (question: string, given: Given): Promise<void> => {
    setChecking(true);
    try {
      const answered = await (await ask()).answer({ exercise: exercise.files, question, answer: given });
      const tries = (attempts.get(question)?.tries ?? 0) + 1;
      keep(new Map([...attempts, [question, { given, tries, ...answered }]]));
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
    setChecking(false);
  };
  useEffect(() => {
    if (!isOver || ids.length === 0) return;
    const request = { exercise: exercise.files, submission: submission(attempts), locale: locale };
    ask()
      .then((connection) => connection.grade(request))
      .then(({ json }) => setReport(json));
  }, [isOver, attempts]);
  return { shelf, attempts, keep, check, isChecking, trouble, report, ids, isOver, submission };
}

/** The grader's end of the line, once the first answer is given. */
function useGrader(): () => Promise<Connection> {
  const connection = useRef<Promise<Connection> | undefined>(undefined);
  useEffect(
    () => () => {
      connection.current?.then((it) => it.close());
    },
    [],
  );
  return () => {
    connection.current ??= import('../lab/connection.ts').then(
      ({ Connection }) => new Connection({ frame: () => {}, stopped: () => {} }),
    );
    return connection.current;
  };
}

function Place(props: {
  readonly at: number;
  readonly ids: readonly string[];
  readonly attempts: Attempts;
  readonly words: QuizWords;
  go(at: number): void;
}): JSX.Element {
  const { at, ids, attempts, words, go } = props;
  return (
    <nav class="quiz-place" aria-label={words.quiz}>
      <strong>{fill(words.question, { number: at + 1, of: ids.length })}</strong>
      <span class="quiz-dots">
        {ids.map((id, index) => {
          const attempt = attempts.get(id);
          const tone = !isSettled(attempt) ? 'waiting' : attempt?.isRight ? 'running' : 'failed';
          const state = tone === 'running' ? words.right : tone === 'failed' ? words.wrong : '';
          const label = `${fill(words.question, { number: index + 1, of: ids.length })} ${state}`.trim();
          return (
            <button
              key={id}
              type="button"
              aria-label={label}
              aria-current={index === at ? 'step' : undefined}
              onClick={() => go(index)}
            >
              <Glyph tone={tone} />
            </button>
          );
        })}
      </span>
    </nav>
  );
}
