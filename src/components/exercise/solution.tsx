/** A solution beside what was handed in: the texts as a diff, and what came of both. After passing, or after giving up. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ComparisonShown } from '../lab/shown.ts';
import { fill } from '../lab/words.ts';
import { lineDiff } from './line-diff.ts';
import type { ExerciseWords } from './report.tsx';

interface Props {
  /** True where every check passed: there is nothing to give up. */
  readonly isDone: boolean;
  readonly words: ExerciseWords;
  load(): Promise<SolutionShown>;
}

export interface SolutionShown {
  readonly comparison: ComparisonShown;
  readonly file: string;
  readonly text: string;
}

export function Solution({ isDone, words, load }: Props): JSX.Element {
  const [isAsking, ask] = useState(false);
  const [shown, show] = useState<SolutionShown>();
  const [trouble, setTrouble] = useState('');
  const act = async (): Promise<void> => {
    if (!isDone && !isAsking) {
      ask(true);
      return;
    }
    try {
      show(await load());
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };
  if (shown) return <Shown shown={shown} words={words} />;
  return (
    <div class="exercise-actions">
      <button type="button" class="exercise-give-up" onClick={act} onBlur={() => ask(false)}>
        {isDone ? words.compareSolution : isAsking ? words.giveUpSure : words.giveUp}
      </button>
      <p role="status">{trouble}</p>
    </div>
  );
}

const SIGNS = { same: ' ', yours: '−', theirs: '+' } as const;

function Shown({
  shown,
  words,
}: {
  readonly shown: SolutionShown;
  readonly words: ExerciseWords;
}): JSX.Element {
  const { comparison, file, text } = shown;
  const said = { same: '', yours: words.onlyYours, theirs: words.onlyTheirs } as const;
  return (
    <section class="solution" aria-label={words.solution}>
      <h4>{words.solution}</h4>
      <p class="solution-about">{fill(words.diffOf, { file })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre class="solution-diff" tabIndex={0}>
        {lineDiff(comparison.text, text).map((line, index) => (
          <span key={index} data-is={line.is}>
            <b aria-hidden="true">{SIGNS[line.is]}</b>
            {line.is !== 'same' && <span class="sr-only">{said[line.is]} </span>}
            {line.text}
            {'\n'}
          </span>
        ))}
      </pre>
      <table class="solution-outcome">
        <thead>
          <tr>
            <th scope="col">{words.inTheEnd}</th>
            <th scope="col">{words.yours}</th>
            <th scope="col">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {comparison.rows.map(({ name, yours, theirs }) => (
            <tr key={name} data-same={yours === theirs}>
              <th scope="row">{name}</th>
              <td>{yours || '–'}</td>
              <td>{theirs || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
