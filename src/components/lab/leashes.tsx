/** The lines from pods to their disks, drawn behind everything else once the page knows where things stand. */
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { placeWithin } from './place.ts';

interface Props {
  readonly root: RefObject<HTMLElement>;
  /** Changes whenever something may have moved. */
  readonly drawn: unknown;
  /** Of pods and the claims they mount, `namespace/name`. */
  readonly pairs: readonly { readonly pod: string; readonly claim: string }[];
  /** The pod or claim that is looked at. */
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

function leashOf(host: HTMLElement, { pod, claim }: Props['pairs'][number], lit: string): Leash[] {
  const from = placeOf(host, `pod:${pod}`);
  const to = placeOf(host, `claim:${claim}`);
  if (!from || !to) return [];
  const startX = from.x + from.width / 2;
  const startY = from.y + from.height;
  const endX = to.x + to.width / 2;
  const bend = Math.max(18, (to.y - startY) * 0.55);
  const path = `M${startX} ${startY} C${startX} ${startY + bend} ${endX} ${to.y - bend} ${endX} ${to.y}`;
  return [{ key: `${pod}>${claim}`, path, isLit: lit === `pod:${pod}` || lit === `claim:${claim}` }];
}

function placeOf(host: HTMLElement, name: string): DOMRect | undefined {
  const element = host.querySelector<HTMLElement>(`[data-anchor="${CSS.escape(name)}"]`);
  return element ? placeWithin(host, element) : undefined;
}
