/** A quiz: its questions one by one, a second try before the answer, and only what was missed once more. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ExercisePage } from '../exercise/build-exercise.ts';
import { AskTwice } from '../keeping/ask-twice.tsx';
import { download } from '../keeping/download.ts';
import { FaultNotice, OtherRevisions } from '../keeping/notices.tsx';
import { writeWork } from '../keeping/work-file.ts';
import { Glyph } from '../lab/glyph.tsx';
import type { Words } from '../lab/words.ts';
import { fill } from '../lab/words.ts';
import type { Attempts } from './progress.ts';
import { askedAgain, attemptsOf, isSettled, nextOpen } from './progress.ts';
import type { QuizWords } from './question.tsx';
import { QuestionView } from './question.tsx';
import { useQuiz } from './use-quiz.ts';

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
  const { exercise, base, locale, words, labWords } = props;
  const { id, questions } = exercise;
  const { shelf, fault, kept, attempts, change, erase, check, isChecking, trouble, report, ids, isOver } =
    useQuiz(props);
  const [at, setAt] = useState(0);
  const again = (): void => {
    change(askedAgain);
    setAt(nextOpen(ids, attemptsOf(askedAgain(kept)), ids.length - 1) ?? 0);
  };
  const save = (): void => {
    const about = { kind: 'exercise', id, revision: exercise.revision } as const;
    download(`${id}.json`, writeWork(about, { ...shelf.read(), questions: kept }));
  };
  const question = questions[at];
  if (!question) return <p>{words.quiz}</p>;
  const next = nextOpen(ids, attempts, at);
  const right = [...attempts.values()].filter(({ isRight }) => isRight).length;
  return (
    <div class="quiz-body" data-report={report}>
      <FaultNotice fault={fault} words={labWords} />
      <OtherRevisions shelf={shelf} words={labWords} />
      <Place quiz={id} at={at} ids={ids} attempts={attempts} words={words} go={setAt} />
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
          <button type="button" onClick={save}>
            {props.exportWord}
          </button>
        )}
        {Object.keys(kept).length > 0 && (
          <AskTwice
            label={words.erase}
            sure={words.eraseSure}
            act={() => {
              erase();
              setAt(0);
            }}
          />
        )}
        <p role="status">
          {isOver && <strong>{fill(words.finished, { right, of: ids.length })}</strong>} {trouble}
        </p>
      </div>
      <p class="exercise-all">
        <a href={`${base.replace(/\/$/, '')}/${locale}/reference/your-work/`}>{words.review}</a>
      </p>
    </div>
  );
}

function Place(props: {
  /** Its name stands at its head: a page may have more than one. */
  readonly quiz: string;
  readonly at: number;
  readonly ids: readonly string[];
  readonly attempts: Attempts;
  readonly words: QuizWords;
  go(at: number): void;
}): JSX.Element {
  const { quiz, at, ids, attempts, words, go } = props;
  return (
    <nav class="quiz-place" aria-labelledby={`quiz-${quiz}`}>
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
