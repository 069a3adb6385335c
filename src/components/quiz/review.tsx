/** The questions that were missed, of the whole course, asked once more. What is answered here changes no result. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { QuestionText } from '../exercise/build-exercise.ts';
import { isMissed } from '../keeping/record.ts';
import { shelfFor } from '../keeping/shelf.ts';
import type { FileList } from '../lab/protocol.ts';
import { fill } from '../lab/words.ts';
import type { Attempt, Given } from './progress.ts';
import { afterReview, isSettled } from './progress.ts';
import type { QuizWords } from './question.tsx';
import { QuestionView } from './question.tsx';
import { useGrader } from './use-grader.ts';

export interface QuizAbout {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
}

export interface ReviewProps {
  readonly quizzes: readonly QuizAbout[];
  readonly base: string;
  readonly locale: string;
  readonly words: QuizWords;
  readonly hintWord: string;
}

/** What the site tells of a quiz in questions/<id>.json. */
interface QuizFile {
  readonly questions: readonly QuestionText[];
  readonly files: FileList;
}

interface Missed {
  readonly quiz: QuizAbout;
  readonly question: string;
}

export function Review({ quizzes, base, locale, words, hintWord }: ReviewProps): JSX.Element {
  const [missed, setMissed] = useState<readonly Missed[]>();
  /** What is asked now; undefined before the first and after the last. */
  const [asked, setAsked] = useState<readonly Missed[]>([]);
  const shelfOf = ({ id, revision }: QuizAbout) => shelfFor(base, `exercise:${id}`, revision);
  const find = (): readonly Missed[] =>
    quizzes.flatMap((quiz) =>
      Object.entries(shelfOf(quiz).read().questions ?? {}).flatMap(([question, kept]) =>
        isMissed(kept) ? [{ quiz, question }] : [],
      ),
    );
  useEffect(() => {
    const look = (): void => setMissed(find());
    look();
    addEventListener('storage', look);
    return () => removeEventListener('storage', look);
  }, []);
  const answered = ({ quiz, question }: Missed, { isRight, tries }: Attempt): void => {
    shelfOf(quiz).write((record) => {
      const before = record.questions?.[question];
      if (!before) return record;
      return {
        ...record,
        questions: { ...record.questions, [question]: afterReview(before, isRight, tries) },
      };
    });
    setMissed(find());
  };
  const [first, ...rest] = asked;
  return (
    <section class="review quiz" aria-labelledby="review-title">
      <h2 id="review-title">{words.reviewTitle}</h2>
      <p role="status">
        {missed !== undefined &&
          (missed.length === 0 ? words.reviewNone : fill(words.reviewCount, { count: missed.length }))}
      </p>
      {first ? (
        <Asked
          key={`${first.quiz.id}/${first.question}`}
          missed={first}
          address={`${base.replace(/\/$/, '')}/${locale}/questions/${first.quiz.id}.json`}
          words={words}
          hintWord={hintWord}
          answered={(attempt) => answered(first, attempt)}
          next={rest.length > 0 ? words.next : words.reviewEnd}
          goOn={() => setAsked(rest)}
        />
      ) : (
        missed !== undefined &&
        missed.length > 0 && (
          <div class="exercise-actions">
            <button type="button" class="exercise-submit" onClick={() => setAsked(missed)}>
              {words.reviewBegin}
            </button>
          </div>
        )
      )}
    </section>
  );
}

interface AskedProps {
  readonly missed: Missed;
  readonly address: string;
  readonly words: QuizWords;
  readonly hintWord: string;
  readonly next: string;
  answered(attempt: Attempt): void;
  goOn(): void;
}

function Asked({ missed, address, words, hintWord, next, answered, goOn }: AskedProps): JSX.Element {
  const { quiz, question: id } = missed;
  const [file, setFile] = useState<QuizFile>();
  const [attempt, setAttempt] = useState<Attempt>();
  const [isChecking, setChecking] = useState(false);
  const [trouble, setTrouble] = useState('');
  const ask = useGrader();
  useEffect(() => {
    loaded(address).then(setFile, () => setTrouble(words.reviewOffline));
  }, [address]);
  const check = async (given: Given): Promise<void> => {
    if (!file) return;
    setChecking(true);
    try {
      const told = await (await ask()).answer({ exercise: file.files, question: id, answer: given });
      const tried = { given, tries: (attempt?.tries ?? 0) + 1, ...told };
      setAttempt(tried);
      if (isSettled(tried)) answered(tried);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
    setChecking(false);
  };
  const question = file?.questions.find((it) => it.id === id);
  return (
    <>
      <p class="exercise-kind">{quiz.title}</p>
      {question && (
        <QuestionView
          key={String(attempt !== undefined)}
          question={question}
          attempt={attempt}
          words={words}
          hintWord={hintWord}
          isChecking={isChecking}
          check={check}
        />
      )}
      <div class="exercise-actions">
        {(isSettled(attempt) || (file && !question)) && (
          <button type="button" class="exercise-submit" onClick={goOn}>
            {next}
          </button>
        )}
        <p role="status">{trouble}</p>
      </div>
    </>
  );
}

async function loaded(address: string): Promise<QuizFile> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as QuizFile;
}
