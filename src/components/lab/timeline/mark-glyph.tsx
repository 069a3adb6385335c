/** What befell a pod or was done by hand, as a shape: told apart without colour. */
import type { JSX } from 'preact';
import type { MarkKind } from './story.ts';

const SHAPES: Readonly<Record<MarkKind, JSX.Element>> = {
  // A prompt.
  command: <path d="M2.5 3l4.5 4.5-4.5 4.5M8.5 12.5h5" class="line" />,
  // A sheet of paper.
  save: <path d="M4 2h5.5L12 4.5V14H4zM6 8h4M6 11h4" class="line" />,
  // A square.
  stop: <rect x="3.5" y="3.5" width="9" height="9" rx="1.5" class="solid" />,
  // An arrow that runs in a circle.
  restart: (
    <>
      <circle cx="8" cy="8" r="7" class="ground" />
      <path d="M11.6 5.8A4.2 4.2 0 1 0 12.2 8.8M12.4 3v3.2H9.2" class="line" />
    </>
  ),
  // A cross in a diamond.
  probe: (
    <>
      <path d="M8 .6L15.4 8 8 15.4.6 8z" class="solid" />
      <path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" class="cut" />
    </>
  ),
  // A triangle with its exclamation mark.
  warning: (
    <>
      <path d="M8 1.2L15.4 14.4H.6z" class="solid" />
      <path d="M8 6v4M8 12.1v.4" class="cut" />
    </>
  ),
  // A dot.
  event: <circle cx="8" cy="8" r="3.2" class="solid" />,
  // A machine.
  node: <path d="M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.1M5 11h.1" class="line" />,
};

export function MarkGlyph({ what }: { readonly what: MarkKind }): JSX.Element {
  return (
    <svg
      class="tl-glyph lab-glyph"
      data-what={what}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
    >
      {SHAPES[what]}
    </svg>
  );
}
