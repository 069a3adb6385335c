/** Virtual time: start, play, pause, step, run until settled, how fast, and what time it is. */
import type { JSX } from 'preact';
import { elapsedIso, elapsedText } from './clock-text.ts';
import { momentBefore } from './timeline/moments.ts';
import type { Lab } from './use-lab.ts';
import type { Words } from './words.ts';

const RATES = [1, 2, 5, 10, 30, 60] as const;

const ICONS = {
  play: 'M4 2.5l9.5 5.5L4 13.5z',
  pause: 'M3.5 2.5h3.2v11H3.5zM9.3 2.5h3.2v11H9.3z',
  back: 'M13.5 2.5L6 8l7.5 5.5zM2.5 2.5H5v11H2.5z',
  step: 'M2.5 2.5l7.5 5.5-7.5 5.5zM11 2.5h2.5v11H11z',
  settle: 'M1.5 2.5L8 8l-6.5 5.5zM8 2.5L14.5 8 8 13.5z',
} as const;

export function Icon({ name }: { readonly name: keyof typeof ICONS }): JSX.Element {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" class="lab-icon">
      <path d={ICONS[name]} />
    </svg>
  );
}

interface Props {
  readonly lab: Lab;
  /** When something happened, first to last. */
  readonly momentsMs: readonly number[];
  readonly words: Words;
}

export function TimeControls({ lab, momentsMs, words }: Props): JSX.Element {
  const { clock, phase } = lab;
  const isIdle = phase === 'idle';
  const isPlaying = clock.isPlaying || clock.isSettling;
  const toggle = (): void => {
    if (isIdle) lab.start();
    else lab.send(isPlaying ? { do: 'pause' } : { do: 'play', rate: clock.rate });
  };
  const label = isIdle ? words.start : isPlaying ? words.pause : words.play;
  const isOff = phase === 'stopped';
  const beforeMs = momentBefore(momentsMs, clock.elapsedMs) ?? clock.beginMs;
  return (
    <fieldset class="lab-time" aria-label={words.time}>
      <button type="button" class="lab-play" onClick={toggle} disabled={isOff}>
        <Icon name={isPlaying ? 'pause' : 'play'} />
        <span>{phase === 'starting' ? words.starting : label}</span>
      </button>
      <button
        type="button"
        onClick={() => lab.seek(Math.max(clock.beginMs, beforeMs))}
        disabled={phase !== 'live' || clock.elapsedMs <= clock.beginMs}
        title={words.stepBackTitle}
      >
        <Icon name="back" />
        <span>{words.stepBack}</span>
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
