/** What was answered of a quiz so far, kept by the browser, and the grader to hold it against. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Fault, Shelf } from '../keeping/shelf.ts';
import { shelfFor } from '../keeping/shelf.ts';
import { writeWork } from '../keeping/work-file.ts';
import type { Attempts, Given, Questions } from './progress.ts';
import { afterAnswer, attemptsOf, isSettled } from './progress.ts';
import type { QuizProps } from './quiz.tsx';
import { useGrader } from './use-grader.ts';

export interface QuizState {
  readonly shelf: Shelf;
  /** Why what was kept of it cannot be read. */
  readonly fault: Fault | undefined;
  readonly kept: Questions;
  readonly attempts: Attempts;
  readonly isChecking: boolean;
  readonly trouble: string;
  /** The report on all answers, once there are all. */
  readonly report: string;
  readonly ids: readonly string[];
  readonly isOver: boolean;
  change(make: (questions: Questions) => Questions): void;
  check(question: string, given: Given): Promise<void>;
  erase(): void;
}

export function useQuiz({ exercise, base, locale, labWords }: QuizProps): QuizState {
  const { id, revision, questions } = exercise;
  const shelf = useMemo(() => shelfFor(base, `exercise:${id}`, revision), [base, id, revision]);
  const [kept, setKept] = useState<Questions>({});
  const [fault, setFault] = useState<Fault>();
  const [isChecking, setChecking] = useState(false);
  const [trouble, setTrouble] = useState('');
  const [report, setReport] = useState('');
  const ask = useGrader();
  // What is answered while another answer is on its way must not be forgotten.
  const today = useRef(kept);
  const show = (next: Questions): void => {
    today.current = next;
    setKept(next);
  };
  const ids = questions.map((question) => question.id);
  const attempts = useMemo(() => attemptsOf(kept), [kept]);
  const isOver = ids.every((it) => isSettled(attempts.get(it)));
  useEffect(() => {
    setFault(shelf.fault());
    show(shelf.read().questions ?? {});
    return shelf.watch(() => show(shelf.read().questions ?? {}));
  }, [shelf]);
  const change = (make: (questions: Questions) => Questions): void => {
    // Another page may have answered meanwhile; a browser that keeps nothing has only this page's answers.
    const next = make({ ...today.current, ...shelf.read().questions });
    show(next);
    const isKept = shelf.write((record) => ({ ...record, questions: next }));
    setTrouble(isKept ? '' : labWords.forgetful);
  };
  const check = async (question: string, given: Given): Promise<void> => {
    setChecking(true);
    try {
      const answered = await (await ask()).answer({ exercise: exercise.files, question, answer: given });
      change((before) => ({ ...before, [question]: afterAnswer(before[question], given, answered) }));
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
    setChecking(false);
  };
  const erase = (): void => {
    shelf.erase();
    show({});
    setReport('');
    setFault(undefined);
  };
  useEffect(() => {
    if (!isOver || ids.length === 0) return;
    const submission = writeWork({ kind: 'exercise', id, revision }, { questions: kept });
    ask()
      .then((connection) => connection.grade({ exercise: exercise.files, submission, locale }))
      .then(({ json }) => setReport(json));
  }, [isOver, attempts]);
  return { shelf, fault, kept, attempts, isChecking, trouble, report, ids, isOver, change, check, erase };
}
