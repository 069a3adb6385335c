/** Virtual time: start, play, pause, step, run until settled, how fast, and what time it is. */
import type { JSX } from 'preact';
import { elapsedIso, elapsedText } from './clock-text.ts';
import type { Lab } from './use-lab.ts';
import type { Words } from './words.ts';

const RATES = [1, 2, 5, 10, 30, 60] as const;

const ICONS = {
  play: 'M4 2.5l9.5 5.500L4 13.500z',
  pause: 'M3.5 2.5h3.200v11H3.500zM9.3 2.5h3.200v11H9.300z',
  step: 'M2.5 2.5l7.5 5.5-7.5 5.500zM11 2.5h2.5v11H11z',
  settle: 'M1.5 2.5L8 8l-6.5 5.500zM8 2.5L14.5 8 8 13.500z',
} as const;

export function Icon({ name }: { readonly name: keyof typeof ICONS }): JSX.Element {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" class="lab-icon">
      <path d={ICONS[name]} />
    </svg>
  );
}

export function TimeControls({ lab, words }: { readonly lab: Lab; readonly words: Words }): JSX.Element {
  const { clock, phase } = lab;
  const isIdle = phase === 'idle';
  const isPlaying = clock.isPlaying || clock.isSettling;
  const toggle = (): void => {
    if (isIdle) lab.start();
    else lab.send(isPlaying ? { do: 'pause' } : { do: 'play', rate: clock.rate });
  };
  const label = isIdle ? words.start : isPlaying ? words.pause : words.play;
  const isOff = phase === 'stopped';
  return (
    <fieldset class="lab-time" aria-label={words.time}>
      <button type="button" class="lab-play" onClick={toggle} disabled={isOff}>
        <Icon name={isPlaying ? 'pause' : 'play'} />
        <span>{phase === 'starting' ? words.starting : label}</span>
      </button>
      <button type="button" onClick={() => lab.send({ do: 'step' })} disabled={isOff} title={words.stepTitle}>
        <Icon name="step" />
        <span>{words.step}</span>
      </button>
      <button
        type="button"
        onClick={() => lab.send({ do: 'settle' })}
        disabled={isOff}
        title={words.settleTitle}
      >
        <Icon name="settle" />
        <span>{words.settle}</span>
      </button>
      <label class="lab-rate">
        <span class="sr-only">{words.rate}</span>
        <select
          value={clock.rate}
          disabled={isOff}
          onChange={({ currentTarget }) => lab.setRate(Number(currentTarget.value))}
        >
          {RATES.map((rate) => (
            <option key={rate} value={rate}>
              {rate}×
            </option>
          ))}
        </select>
      </label>
      <span class="lab-clock">
        <span class="sr-only">{words.clock} </span>
        <time dateTime={elapsedIso(clock.elapsedMs)}>{elapsedText(clock.elapsedMs)}</time>
        <span class="lab-rest">
          {clock.isNothingDue ? words.nothingDue : clock.isSettled ? words.settled : words.busy}
        </span>
      </span>
    </fieldset>
  );
}
