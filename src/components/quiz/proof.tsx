/** After a prediction: the commands and what the simulator printed, line by line, as on a terminal. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { QuizWords } from './question.tsx';

const LINE_MS = 220;

interface Props {
  readonly commands: readonly string[];
  readonly printed: string;
  readonly words: QuizWords;
}

export function Proof({ commands, printed, words }: Props): JSX.Element {
  const lines = [...commands.map((command) => `$ ${command}`), ...printed.trimEnd().split('\n')];
  const [shown, show] = useState(0);
  useEffect(() => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      show(lines.length);
      return undefined;
    }
    const timer = setInterval(() => show((count) => Math.min(lines.length, count + 1)), LINE_MS);
    return () => clearInterval(timer);
  }, [lines.length]);
  return (
    <div class="quiz-proof">
      <p>{words.printed}</p>
      <pre>
        {lines.map((line, index) => (
          <span
            key={index}
            class={line.startsWith('$ ') ? 'lab-line' : undefined}
            data-hidden={index >= shown}
          >
            {`${line}\n`}
          </span>
        ))}
      </pre>
    </div>
  );
}
