/** The story in order and the axis it is drawn along, worked out again only when something happened. */
import { useMemo, useRef } from 'preact/hooks';
import type { Lab } from '../use-lab.ts';
import type { Chronicle } from './chronicle.ts';
import { chronicleOf } from './chronicle.ts';
import type { Scale } from './scale.ts';
import { createScale } from './scale.ts';
import type { Happening } from './story.ts';

/** The axis is longer than what has happened, and grows by this much: not with every frame. */
const GROWTH_MS = 15_000;

/** A story longer than this is drawn anew no more often than once in a while: each time takes as long as all of it is. */
const LONG = 1_000;
const WHILE_MS = 1_000;

export interface Axis {
  readonly chronicle: Chronicle;
  readonly scale: Scale;
  readonly beginMs: number;
  /** Where the axis ends; later than anything that has happened. */
  readonly untilMs: number;
}

export function useAxis({ story: whole, clock }: Lab): Axis {
  const { beginMs, endMs } = clock;
  const story = useUnhurried(whole, clock.isPlaying || clock.isSettling);
  const chronicle = useMemo(() => chronicleOf(story), [story]);
  const untilMs = beginMs + Math.max(1, Math.ceil((endMs - beginMs) / GROWTH_MS)) * GROWTH_MS;
  const scale = useMemo(
    () => createScale(chronicle.momentsMs, beginMs, untilMs),
    [chronicle, beginMs, untilMs],
  );
  return { chronicle, scale, beginMs, untilMs };
}

/** The story as it was a moment ago, where it is long and goes on. */
function useUnhurried(story: readonly Happening[], isRunning: boolean): readonly Happening[] {
  const drawn = useRef({ story, atMs: 0 });
  const nowMs = performance.now();
  const isSoon = nowMs - drawn.current.atMs < WHILE_MS;
  if (drawn.current.story === story || (story.length > LONG && isRunning && isSoon))
    return drawn.current.story;
  drawn.current = { story, atMs: nowMs };
  return story;
}
