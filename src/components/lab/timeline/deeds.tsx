/** The uppermost row: what was done by hand, and what became of nodes, each at its time. */
import type { JSX } from 'preact';
import { elapsedText } from '../clock-text.ts';
import type { Words } from '../words.ts';
import { MarkGlyph } from './mark-glyph.tsx';
import type { Scale } from './scale.ts';
import type { Mark } from './story.ts';

interface Props {
  readonly marks: readonly Mark[];
  readonly scale: Scale;
  readonly widthPx: number;
  readonly words: Words;
}

/** A deed is written out where at least so much room is left for it. */
const WORDS_MIN_PX = 40;
const GLYPH_PX = 16;

export function Deeds({ marks, scale, widthPx, words }: Props): JSX.Element {
  const shown = apart(marks, scale, widthPx);
  return (
    <div class="tl-row tl-deeds">
      <span class="tl-name" title={words.deeds}>
        {words.deeds}
      </span>
      <div class="tl-track" aria-hidden="true">
        {shown.map((mark, index) => {
          const left = scale.part(mark.atMs);
          const next = shown[index + 1];
          const roomPx = ((next ? scale.part(next.atMs) : 1) - left) * widthPx - GLYPH_PX - 6;
          return (
            <span
              key={`${mark.atMs}/${index}`}
              class="tl-deed"
              data-what={mark.what}
              data-read={`${elapsedText(mark.atMs)} · ${mark.text}`}
              style={{ left: `${left * 100}%`, maxWidth: `${roomPx + GLYPH_PX}px` }}
            >
              <MarkGlyph what={mark.what} />
              {roomPx >= WORDS_MIN_PX && mark.text}
            </span>
          );
        })}
      </div>
      <ol class="sr-only">
        {marks.map((mark, index) => (
          <li key={index}>
            {elapsedText(mark.atMs)} {mark.text}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Without those that would lie upon another: a saved file yields to the command that uses it. */
function apart(marks: readonly Mark[], scale: Scale, widthPx: number): Mark[] {
  const shown: Mark[] = [];
  for (const mark of marks) {
    const last = shown.at(-1);
    const gapPx = last ? (scale.part(mark.atMs) - scale.part(last.atMs)) * widthPx : GLYPH_PX;
    if (gapPx >= GLYPH_PX) shown.push(mark);
    else if (last?.what === 'save') shown[shown.length - 1] = mark;
  }
  return shown;
}
