/** Marks at their times; where many fall together the weightiest is drawn. */
import type { JSX } from 'preact';
import { elapsedText } from '../clock-text.ts';
import { MarkGlyph } from './mark-glyph.tsx';
import type { Scale } from './scale.ts';
import type { Mark, MarkKind } from './story.ts';

const APART_PX = 11;
const WEIGHT: Readonly<Record<MarkKind, number>> = {
  restart: 5,
  probe: 4,
  warning: 3,
  node: 2,
  command: 2,
  stop: 2,
  save: 1,
  event: 0,
};

/** What an Event says can be asked about. */
const SAID: ReadonlySet<MarkKind> = new Set(['event', 'warning', 'probe']);

interface Props {
  readonly marks: readonly Mark[];
  readonly scale: Scale;
  readonly widthPx: number;
}

export function MarkPlaces({ marks, scale, widthPx }: Props): JSX.Element {
  return (
    <>
      {together(marks, scale, widthPx).map((them) => {
        const [first] = them;
        if (!first) return null;
        const heaviest = them.reduce((best, it) => (WEIGHT[it.what] > WEIGHT[best.what] ? it : best), first);
        const more = them.length > 1 ? ` (+${them.length - 1})` : '';
        return (
          <span
            key={first.atMs}
            class="tl-mark"
            data-what={heaviest.what}
            data-said={SAID.has(heaviest.what) ? heaviest.text : undefined}
            data-at={heaviest.atMs}
            data-of={heaviest.about.includes('/') ? undefined : heaviest.about}
            data-read={`${elapsedText(heaviest.atMs)} · ${heaviest.text}${more}`}
            style={{ left: `${scale.part(heaviest.atMs) * 100}%` }}
          >
            <MarkGlyph what={heaviest.what} />
          </span>
        );
      })}
    </>
  );
}

function together(marks: readonly Mark[], scale: Scale, widthPx: number): Mark[][] {
  const heaps: Mark[][] = [];
  let lastPx = Number.NEGATIVE_INFINITY;
  for (const mark of marks) {
    const px = scale.part(mark.atMs) * widthPx;
    if (px - lastPx < APART_PX) heaps.at(-1)?.push(mark);
    else {
      heaps.push([mark]);
      lastPx = px;
    }
  }
  return heaps;
}
