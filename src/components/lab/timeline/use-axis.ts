/** The story in order and the axis it is drawn along, worked out again only when something happened. */
import { useMemo } from 'preact/hooks';
import type { Lab } from '../use-lab.ts';
import type { Chronicle } from './chronicle.ts';
import { chronicleOf } from './chronicle.ts';
import type { Scale } from './scale.ts';
import { createScale } from './scale.ts';

/** The axis is longer than what has happened, and grows by this much: not with every frame. */
const GROWTH_MS = 15_000;

export interface Axis {
  readonly chronicle: Chronicle;
  readonly scale: Scale;
  readonly beginMs: number;
  /** Where the axis ends; later than anything that has happened. */
  readonly untilMs: number;
}

export function useAxis({ story, clock }: Lab): Axis {
  const { beginMs, endMs } = clock;
  const chronicle = useMemo(() => chronicleOf(story), [story]);
  const untilMs = beginMs + Math.max(1, Math.ceil((endMs - beginMs) / GROWTH_MS)) * GROWTH_MS;
  const scale = useMemo(
    () => createScale(chronicle.momentsMs, beginMs, untilMs),
    [chronicle, beginMs, untilMs],
  );
  return { chronicle, scale, beginMs, untilMs };
}
