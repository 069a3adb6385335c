/** Winds back and forth through what has happened. The arrow keys go from one happening to the next. */
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import { elapsedText } from '../clock-text.ts';
import type { Lab } from '../use-lab.ts';
import type { Words } from '../words.ts';
import { fill } from '../words.ts';
import { momentAfter, momentBefore } from './moments.ts';
import type { Axis } from './use-axis.ts';

/** In how many steps the slider is divided. */
const STEPS = 10_000;
const LEAP_MS = 10_000;

interface Props {
  readonly lab: Lab;
  readonly axis: Axis;
  readonly words: Words;
}

export function Scrubber({ lab, axis, words }: Props): JSX.Element {
  const { clock, phase, seek } = lab;
  const { scale, chronicle } = axis;
  /** Where the hand holds it, whatever moment is shown already. */
  const [heldMs, hold] = useState<number>();
  const shownMs = heldMs ?? clock.elapsedMs;
  const isOff = phase !== 'live' || clock.endMs <= clock.beginMs;
  const place = { now: elapsedText(shownMs), end: elapsedText(clock.endMs) };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const to = target(event.key, clock.elapsedMs, chronicle.momentsMs, clock);
    if (to === undefined) return;
    event.preventDefault();
    seek(Math.max(clock.beginMs, Math.min(clock.endMs, to)));
  };
  return (
    <div class="lab-scrub" data-past={clock.elapsedMs < clock.endMs}>
      <input
        type="range"
        aria-label={words.scrub}
        aria-valuetext={fill(words.scrubAt, place)}
        min={0}
        max={Math.max(1, Math.round(scale.part(clock.endMs) * STEPS))}
        value={Math.round(scale.part(shownMs) * STEPS)}
        disabled={isOff}
        onInput={({ currentTarget }) => {
          const toMs = Math.min(clock.endMs, Math.round(scale.timeAt(Number(currentTarget.value) / STEPS)));
          hold(toMs);
          seek(toMs);
        }}
        onPointerUp={() => hold(undefined)}
        onBlur={() => hold(undefined)}
        onKeyDown={onKeyDown}
      />
      <span class="lab-scrub-place" aria-hidden="true">
        {place.now} / {place.end}
      </span>
      {clock.canRestore && (
        <button
          type="button"
          class="lab-quiet"
          title={words.restoreTitle}
          onClick={() => lab.send({ do: 'restore' })}
        >
          {words.restore}
        </button>
      )}
      <button
        type="button"
        class="lab-quiet"
        disabled={isOff || clock.elapsedMs >= clock.endMs}
        onClick={() => seek(clock.endMs)}
      >
        {words.toEnd}
      </button>
    </div>
  );
}

/** Where a key leads; undefined for keys that lead nowhere. */
function target(
  key: string,
  nowMs: number,
  momentsMs: readonly number[],
  { beginMs, endMs }: Lab['clock'],
): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return momentBefore(momentsMs, nowMs) ?? beginMs;
    case 'ArrowRight':
    case 'ArrowUp':
      return momentAfter(momentsMs, nowMs) ?? endMs;
    case 'PageDown':
      return nowMs - LEAP_MS;
    case 'PageUp':
      return nowMs + LEAP_MS;
    case 'Home':
      return beginMs;
    case 'End':
      return endMs;
    default:
      return undefined;
  }
}
