/** Choices to be put in order, with buttons: dragging is not for everyone. */
import type { JSX } from 'preact';
import type { QuestionText } from '../exercise/build-exercise.ts';
import { Phrase } from '../prose/prose.tsx';
import type { QuizWords } from './question.tsx';

interface Props {
  readonly choices: QuestionText['choices'];
  readonly order: readonly string[];
  readonly words: QuizWords;
  readonly isDone: boolean;
  give(order: readonly string[]): void;
}

export function Ordering({ choices, order, words, isDone, give }: Props): JSX.Element {
  const swap = (at: number, by: number): void => {
    const next = [...order];
    const [one = '', other = ''] = [next[at], next[at + by]];
    next[at] = other;
    next[at + by] = one;
    give(next);
  };
  return (
    <ol class="quiz-choices quiz-order">
      {order.map((letter, at) => {
        const choice = choices.find((it) => it.letter === letter);
        return (
          <li key={letter} class="quiz-choice-row">
            <span>
              <Phrase text={choice?.text ?? ''} />
              {isDone && choice?.why && (
                <span class="quiz-why">
                  <Phrase text={choice.why} />
                </span>
              )}
            </span>
            <button type="button" aria-label={words.moveUp} disabled={at === 0} onClick={() => swap(at, -1)}>
              ↑
            </button>
            <button
              type="button"
              aria-label={words.moveDown}
              disabled={at === order.length - 1}
              onClick={() => swap(at, 1)}
            >
              ↓
            </button>
          </li>
        );
      })}
    </ol>
  );
}
