/** A state as a shape: told apart without colour. The word always stands beside it. */
import type { JSX } from 'preact';
import type { Tone } from './frame.ts';

const SHAPES: Readonly<Record<Tone, JSX.Element>> = {
  // A full disc with a tick.
  running: (
    <>
      <circle cx="8" cy="8" r="7" class="solid" />
      <path d="M4.8 8.3l2.2 2.2 4.2-4.6" class="cut" />
    </>
  ),
  // A clock face, not yet full.
  waiting: (
    <>
      <circle cx="8" cy="8" r="6.2" class="line" />
      <path d="M8 4.4V8l2.4 1.6" class="line" />
    </>
  ),
  // A triangle with its exclamation mark.
  failed: (
    <>
      <path d="M8 1.2L15.4 14.4H.6z" class="solid" />
      <path d="M8 6v4M8 12.1v.4" class="cut" />
    </>
  ),
  // A square with a tick: finished, and meant to be.
  done: (
    <>
      <rect x="1.6" y="1.6" width="12.8" height="12.8" rx="2.5" class="line" />
      <path d="M4.8 8.3l2.2 2.2 4.2-4.6" class="line" />
    </>
  ),
  // A broken ring.
  ending: (
    <>
      <circle cx="8" cy="8" r="6.2" class="line dashed" />
      <path d="M5 8h6" class="line" />
    </>
  ),
  // A diamond with a question mark.
  unknown: (
    <>
      <path d="M8 .8L15.2 8 8 15.2.8 8z" class="line" />
      <path d="M6.3 6.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.6-.9 1.2M8 11.2v.3" class="line" />
    </>
  ),
};

export function Glyph({ tone }: { readonly tone: Tone }): JSX.Element {
  return (
    <svg class="lab-glyph" data-tone={tone} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {SHAPES[tone]}
    </svg>
  );
}

/** A disk, for claims. */
export function Disk(): JSX.Element {
  return (
    <svg class="lab-disk" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M2 4c0-1.4 2.7-2.5 6-2.5S14 2.6 14 4v8c0 1.4-2.7 2.5-6 2.5S2 13.4 2 12z" class="line" />
      <path d="M2 4c0 1.4 2.7 2.5 6 2.5S14 5.4 14 4" class="line" />
    </svg>
  );
}
