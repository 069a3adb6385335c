/** The lines between what belongs together, pods and their disks, Services and their pods, drawn behind everything else once the page knows where things stand. */
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { placeWithin } from './place.ts';

interface Props {
  readonly root: RefObject<HTMLElement>;
  /** Changes whenever something may have moved. */
  readonly drawn: unknown;
  /** What each line joins, the upper end first: names of anchors, as `pod:default/web-0`. */
  readonly pairs: readonly { readonly from: string; readonly to: string }[];
  /** The anchor that is looked at. */
  readonly lit: string;
}

interface Leash {
  readonly key: string;
  readonly path: string;
  readonly isLit: boolean;
}

export function Leashes({ root, drawn, pairs, lit }: Props): JSX.Element {
  const [leashes, setLeashes] = useState<readonly Leash[]>([]);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const host = root.current;
    if (!host) return undefined;
    // Measuring makes the browser lay out the page at once, which takes long where there is much to draw.
    if (pairs.length === 0) {
      setLeashes((before) => (before.length === 0 ? before : []));
      return undefined;
    }
    const measure = (): void => {
      setSize({ width: host.scrollWidth, height: host.scrollHeight });
      setLeashes(pairs.flatMap((pair) => leashOf(host, pair, lit)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(host);
    return () => observer.disconnect();
  }, [root, drawn, lit]);
  return (
    <svg class="lab-leashes" width={size.width} height={size.height} aria-hidden="true">
      {leashes.map(({ key, path, isLit }) => (
        <path key={key} d={path} data-lit={isLit} />
      ))}
    </svg>
  );
}

function leashOf(host: HTMLElement, { from, to }: Props['pairs'][number], lit: string): Leash[] {
  const start = placeOf(host, from);
  const end = placeOf(host, to);
  if (!start || !end) return [];
  const startX = start.x + start.width / 2;
  const startY = start.y + start.height;
  const endX = end.x + end.width / 2;
  const bend = Math.max(18, (end.y - startY) * 0.55);
  const path = `M${startX} ${startY} C${startX} ${startY + bend} ${endX} ${end.y - bend} ${endX} ${end.y}`;
  return [{ key: `${from}>${to}`, path, isLit: lit === from || lit === to }];
}

function placeOf(host: HTMLElement, name: string): DOMRect | undefined {
  const element = host.querySelector<HTMLElement>(`[data-anchor="${CSS.escape(name)}"]`);
  return element ? placeWithin(host, element) : undefined;
}
