/** Lets what changed place slide there, and what is new grow; nothing where motion is unwelcome. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { placeWithin } from './place.ts';

const SLIDE = { duration: 420, easing: 'cubic-bezier(.2,.8,.2,1)' } as const;
const GROW = { duration: 320, easing: 'cubic-bezier(.2,.9,.3,1.2)' } as const;
/** A crowd is too much to move one by one. */
const MOVED_MAX = 120;

/** `key`: changes whenever something may have moved. Moved are the elements with a `data-move` of their own. */
export function useMotion(root: RefObject<HTMLElement>, key: unknown): void {
  const places = useRef<ReadonlyMap<string, DOMRect> | undefined>(undefined);
  useLayoutEffect(() => {
    const host = root.current;
    if (!host) return;
    const before = places.current;
    const now = new Map<string, DOMRect>();
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const element of host.querySelectorAll<HTMLElement>('[data-move]')) {
      const name = element.dataset.move ?? '';
      const place = placeWithin(host, element);
      now.set(name, place);
      if (before && !isCalm && now.size <= MOVED_MAX) move(element, before.get(name), place);
    }
    places.current = now;
  }, [root, key]);
}

function move(element: HTMLElement, from: DOMRect | undefined, to: DOMRect): void {
  if (from === undefined) {
    element.animate(
      [
        { opacity: 0, transform: 'scale(.7)' },
        { opacity: 1, transform: 'none' },
      ],
      GROW,
    );
    return;
  }
  const x = from.x - to.x;
  const y = from.y - to.y;
  if (Math.abs(x) < 1 && Math.abs(y) < 1) return;
  element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], SLIDE);
}
