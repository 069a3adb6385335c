/** One question: choose or type, check, and read why. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { QuizWord } from '../../course/lab-words.ts';
import type { QuestionText } from '../exercise/build-exercise.ts';
import { Glyph } from '../lab/glyph.tsx';
import { Phrase, Prose } from '../prose/prose.tsx';
import { Ordering } from './ordering.tsx';
import type { Attempt, Given } from './progress.ts';
import { isEmpty, isSettled } from './progress.ts';
import { Proof } from './proof.tsx';

export type QuizWords = Readonly<Record<QuizWord, string>>;

interface Props {
  readonly question: QuestionText;
  readonly attempt: Attempt | undefined;
  readonly words: QuizWords;
  readonly hintWord: string;
  readonly isChecking: boolean;
  check(given: Given): void;
}

export function QuestionView(props: Props): JSX.Element {
  const { question, attempt, words, isChecking, check } = props;
  const [given, give] = useState<Given>(attempt?.given ?? beginning(question));
  const isDone = isSettled(attempt);
  const isSame = attempt !== undefined && String(given) === String(attempt.given);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty(given) && !isChecking) check(given);
      }}
    >
      <fieldset disabled={isDone}>
        <legend>
          <Prose text={question.asked} />
        </legend>
        <Answering {...props} given={given} give={give} />
      </fieldset>
      <div role="status" class="quiz-verdict">
        <Verdict
          question={question}
          attempt={attempt}
          words={words}
          isChecking={isChecking && question.kind === 'predict'}
        />
      </div>
      {attempt && !isDone && question.hints[0] && (
        <details class="quiz-hint">
          <summary>{props.hintWord}</summary>
          <Prose text={question.hints[0]} />
        </details>
      )}
      {isDone && attempt?.printed !== undefined && (
        <Proof commands={question.commands} printed={attempt.printed} words={words} />
      )}
      {isDone && attempt && <Told question={question} attempt={attempt} words={words} />}
      {!isDone && (
        <div class="exercise-actions">
          <button type="submit" class="exercise-submit" disabled={isEmpty(given) || isChecking || isSame}>
            {words.check}
          </button>
        </div>
      )}
    </form>
  );
}

function beginning({ kind, choices }: QuestionText): Given {
  if (kind === 'order') return choices.map(({ letter }) => letter);
  return kind === 'multiple' ? [] : '';
}

interface AnsweringProps extends Props {
  readonly given: Given;
  give(given: Given): void;
}

function Answering({ question, attempt, words, given, give }: AnsweringProps): JSX.Element {
  const { kind, choices, id } = question;
  if (kind === 'number' || kind === 'text') {
    return (
      <label class="quiz-field">
        {kind === 'number' ? words.numberLabel : words.textLabel}
        <input
          type="text"
          inputMode={kind === 'number' ? 'decimal' : 'text'}
          autocomplete="off"
          autocapitalize="off"
          autocorrect="off"
          spellcheck={false}
          value={String(given)}
          onInput={({ currentTarget }) => give(currentTarget.value)}
        />
      </label>
    );
  }
  if (kind === 'order') {
    return (
      <Ordering
        choices={choices}
        order={[given].flat()}
        words={words}
        give={give}
        isDone={isSettled(attempt)}
      />
    );
  }
  const isMany = kind === 'multiple';
  const chosen = [given].flat();
  const toggle = (letter: string): void => {
    const rest = chosen.filter((it) => it !== letter && it !== '');
    if (!isMany) give(letter);
    else give(chosen.includes(letter) ? rest : [...rest, letter].sort());
  };
  return (
    <>
      <p class="quiz-how">
        {isMany ? words.chooseMany : kind === 'predict' ? words.predict : words.chooseOne}
      </p>
      <div class="quiz-choices">
        {choices.map(({ letter, text, why }) => (
          <label key={letter} class="quiz-choice" data-is={stateOf(letter, attempt)}>
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={id}
              value={letter}
              checked={chosen.includes(letter)}
              onChange={() => toggle(letter)}
            />
            {kind === 'predict' ? (
              <pre>
                <code>{text.trimEnd()}</code>
              </pre>
            ) : (
              <span>
                <Phrase text={text} />
              </span>
            )}
            <Why letter={letter} why={why} attempt={attempt} />
          </label>
        ))}
      </div>
    </>
  );
}

/** Where a choice turned out right or wrong. Before the answer is told, only of what was chosen. */
function stateOf(letter: string, attempt: Attempt | undefined): 'right' | 'wrong' | undefined {
  if (!attempt) return undefined;
  const isChosen = [attempt.given].flat().includes(letter);
  if (isSettled(attempt)) return attempt.right.includes(letter) ? 'right' : isChosen ? 'wrong' : undefined;
  return isChosen && typeof attempt.given === 'string' ? 'wrong' : undefined;
}

/** After a try the reason of what was chosen; once the answer is told, every reason. */
function Why(props: {
  readonly letter: string;
  readonly why: string;
  readonly attempt: Attempt | undefined;
}): JSX.Element | null {
  const { letter, why, attempt } = props;
  const isChosen = attempt !== undefined && [attempt.given].flat().includes(letter);
  const isTold = isSettled(attempt);
  if (why === '' || !attempt || !(isTold || (isChosen && typeof attempt.given === 'string'))) return null;
  const isRight = isTold && attempt.right.includes(letter);
  return (
    <span class="quiz-why">
      <Glyph tone={isRight ? 'running' : isChosen ? 'failed' : 'ending'} />
      <span>
        <Phrase text={why} />
      </span>
    </span>
  );
}

function Verdict(props: {
  readonly question: QuestionText;
  readonly attempt: Attempt | undefined;
  readonly words: QuizWords;
  readonly isChecking: boolean;
}): JSX.Element | null {
  const { question, attempt, words, isChecking } = props;
  if (isChecking) return <>{words.predictRuns} …</>;
  if (!attempt) return null;
  // Only one choice out of several has its reason beside it while the answer is open.
  const isReasoned = question.choices.length > 0 && typeof attempt.given === 'string';
  const again = isReasoned ? words.secondTry : words.onceMore;
  const text = attempt.isRight ? words.right : isSettled(attempt) ? words.wrong : again;
  return (
    <>
      <Glyph tone={attempt.isRight ? 'running' : 'failed'} />
      {text}
    </>
  );
}

/** The answer of a question without choices, and why. */
function Told(props: {
  readonly question: QuestionText;
  readonly attempt: Attempt;
  readonly words: QuizWords;
}): JSX.Element | null {
  const { question, attempt, words } = props;
  const isTyped = question.kind === 'number' || question.kind === 'text';
  if (!isTyped && question.why === '') return null;
  return (
    <div class="quiz-told">
      {isTyped && (
        <p>
          {words.answerShown}: <code>{attempt.right.join(', ')}</code>
        </p>
      )}
      <Prose text={question.why} />
    </div>
  );
}
