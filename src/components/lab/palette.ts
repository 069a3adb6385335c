/** The colours of tones as the page has them now, for what is drawn and not styled. They change with the theme. */
import { useEffect, useState } from 'preact/hooks';
import type { Tone } from './frame.ts';

export type Palette = Readonly<Record<Tone, string>>;

const PROPERTIES: Readonly<Record<Tone, string>> = {
  running: '--petset-running',
  waiting: '--petset-waiting',
  failed: '--petset-failed',
  done: '--petset-gone',
  ending: '--petset-gone',
  unknown: '--petset-gone',
};

export function usePalette(): Palette {
  const [palette, setPalette] = useState(currentPalette);
  useEffect(() => {
    const observer = new MutationObserver(() => setPalette(currentPalette()));
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);
  return palette;
}

function currentPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colours = Object.entries(PROPERTIES).map(([tone, property]) => [
    tone,
    style.getPropertyValue(property).trim(),
  ]);
  return Object.fromEntries(colours) as Palette;
}
